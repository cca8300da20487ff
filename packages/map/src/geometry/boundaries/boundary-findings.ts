import type { Diagnostic, Locale, Severity } from '@guatu/core';

interface FindingKind {
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
}

/** What can be wrong with a file of boundaries. */
export const BOUNDARY_FINDINGS = {
  'boundary-json': {
    severity: 'error',
    zh: '不是有效的 JSON，文件可能不完整：{reason}。改用示意布局',
    en: 'is no valid JSON, perhaps cut short: {reason}; areas are drawn as tiles instead',
  },
  'boundary-not-geojson': {
    severity: 'error',
    zh: '应为 GeoJSON 的 FeatureCollection 或 TopoJSON 的 Topology，实为{got}。改用示意布局',
    en: 'expected a GeoJSON FeatureCollection or a TopoJSON Topology, got {got}; areas are drawn as tiles instead',
  },
  'boundary-topojson': {
    severity: 'error',
    zh: 'TopoJSON 的弧段与图形对不上，未采用：{reason}。改用示意布局',
    en: 'the arcs of the TopoJSON do not fit its shapes: {reason}; areas are drawn as tiles instead',
  },
  'boundary-empty-collection': {
    severity: 'error',
    zh: '文件里没有图形。改用示意布局',
    en: 'the collection holds no features; areas are drawn as tiles instead',
  },
  'boundary-too-many-features': {
    severity: 'error',
    zh: '有 {got} 个图形，超过上限 {limit}，未采用。请用 guatu tiles 转成 PMTiles。改用示意布局',
    en: 'holds {got} shapes, more than the limit of {limit}, and was not used; turn it into PMTiles with guatu tiles. Areas are drawn as tiles instead',
  },
  'boundary-too-many-positions': {
    severity: 'error',
    zh: '坐标点超过上限 {limit}，未采用。请先简化边界，或用 guatu tiles 转成 PMTiles。改用示意布局',
    en: 'holds more than the limit of {limit} positions, and was not used; simplify it, or turn it into PMTiles with guatu tiles. Areas are drawn as tiles instead',
  },
  'boundary-too-long': {
    severity: 'error',
    zh: '文件有 {got} 个字符，超过上限 {limit}，未读取。请先简化边界，或用 guatu tiles 转成 PMTiles。改用示意布局',
    en: 'the file has {got} characters, more than the limit of {limit}, and was not read; simplify it, or turn it into PMTiles with guatu tiles. Areas are drawn as tiles instead',
  },
  'boundary-none-usable': {
    severity: 'error',
    zh: '{count} 个图形没有一个能用。改用示意布局',
    en: 'none of its {count} shapes can be used; areas are drawn as tiles instead',
  },
  'boundary-without-code': {
    severity: 'warning',
    zh: '图形既没有代码也没有名称，未采用',
    en: 'the shape has neither code nor name, and is left out',
  },
  'boundary-properties': {
    severity: 'warning',
    zh: '{count} 个图形都没有代码和名称可用：找过的属性是 {expected}，文件里的属性是 {got}。请用 code-property、name-property 写明代码和名称在哪个属性里',
    en: 'none of its {count} shapes has a code or a name that fits: looked for {expected}; there are {got}. Say with code-property and name-property which of them hold code and name',
  },
  'boundary-unmatched': {
    severity: 'warning',
    zh: '名册中没有“{area}”，图形未采用',
    en: 'no area of the roster fits "{area}", so the shape is left out',
  },
  'boundary-ambiguous': {
    severity: 'warning',
    zh: '“{area}”在名册中有 {count} 个同名地区（{candidates}），无法确定是哪一个，图形未采用。请写上代码或所属乡镇',
    en: '"{area}" fits {count} areas of the roster ({candidates}), so the shape is left out; give it a code or its township',
  },
  'boundary-name-differs': {
    severity: 'warning',
    zh: '代码 {code} 在名册中是“{expected}”，图形却叫“{area}”。以代码为准，请核对',
    en: 'the code {code} is "{expected}" in the roster, but the shape is called "{area}"; the code counts, check it',
  },
  'boundary-level-differs': {
    severity: 'warning',
    zh: '代码 {code} 在名册中是 {expected}“{area}”，图形却写着 {got}。以代码为准，请核对',
    en: 'the code {code} is the {expected} "{area}" in the roster, but the shape says {got}; the code counts, check it',
  },
  'boundary-level-unmatched': {
    severity: 'warning',
    zh: '图形写着“{area}”是 {got}，名册中叫这个名称的是 {candidates}，层级不同，图形未采用',
    en: 'the shape says that "{area}" is a {got}, but what the roster calls so is {candidates}, of another level; left out',
  },
  'boundary-several-shapes': {
    severity: 'info',
    zh: '有 {count} 个图形都是“{area}”，合为一个地区',
    en: '{count} shapes are "{area}", and are drawn as its parts',
  },
  'boundary-parts-apart': {
    severity: 'warning',
    zh: '“{area}”的这个图形离它的其余图形约 {distance} 公里，请核对代码',
    en: 'this shape of "{area}" lies about {distance} km from the others of it; check its code',
  },
  'boundary-empty': { severity: 'warning', zh: '“{area}”没有图形', en: '"{area}" has no geometry' },
  'boundary-not-polygon': {
    severity: 'warning',
    zh: '“{area}”应为面或点，实为{got}，未采用',
    en: '"{area}": expected polygons or a point, got {got}; left out',
  },
  'boundary-bad-position': {
    severity: 'warning',
    zh: '“{area}”的坐标应为 [经度, 纬度]，实为{got}，这一圈未采用',
    en: '"{area}": expected [longitude, latitude], got {got}; the ring is left out',
  },
  'boundary-out-of-range': {
    severity: 'warning',
    zh: '“{area}”的坐标应以度为单位，实为{got}，这一圈未采用。投影坐标须先换算成经纬度',
    en: '"{area}": expected degrees, got {got}; the ring is left out. Projected coordinates must be converted first',
  },
  'boundary-swapped': {
    severity: 'warning',
    zh: '“{area}”像是把纬度写在了前面：{got}。GeoJSON 的顺序是 [经度, 纬度]',
    en: '"{area}" seems to have latitude first: {got}; GeoJSON writes [longitude, latitude]',
  },
  'boundary-far-away': {
    severity: 'warning',
    zh: '“{area}”离其余图形约 {distance} 公里，可能写错了经纬度的正负或顺序，未采用',
    en: '"{area}" lies about {distance} km from the other shapes and is left out; check sign and order of its coordinates',
  },
  'boundary-far-islands': {
    severity: 'warning',
    zh: '“{area}”等 {count} 个图形离其余很远，其余因此小了 {times} 倍。可以单看一个乡镇（within），或从文件中去掉它们，另用一张图画',
    en: '{count} shapes, "{area}" for one, lie far from the rest, which is drawn {times} times smaller for it: show one township alone (within), or take them out of the file and draw them on a map of their own',
  },
  'boundary-degenerate-ring': {
    severity: 'warning',
    zh: '“{area}”的一圈边界至少要有 3 个不同的点并围出面积，实有 {got} 个点、没有面积，未采用',
    en: '"{area}": a ring needs at least 3 different corners with ground between them, and has {got} with none; left out',
  },
  'boundary-open-ring': {
    severity: 'info',
    zh: '“{area}”的边界没有闭合，已补上',
    en: '"{area}": a ring was not closed, and has been',
  },
  'boundary-crosses-itself': {
    severity: 'warning',
    zh: '“{area}”的边界自相交 {count} 处，已按原样绘制',
    en: 'the border of "{area}" crosses itself {count} times; drawn as it is',
  },
  'boundary-not-checked': {
    severity: 'info',
    zh: '有 {count} 个图形的点太多，没有检查是否自相交',
    en: '{count} shapes have too many corners to be checked for crossings',
  },
  'boundary-height-dropped': {
    severity: 'info',
    zh: '有 {count} 个坐标带有第三个数（高程），已略去',
    en: '{count} positions have a third number, a height, which is left out',
  },
  'boundary-points': {
    severity: 'info',
    zh: '{count} 个地区只有点，没有边界，以圆点表示',
    en: '{count} areas have a point and no border, and are drawn as dots',
  },
  'boundary-borders-differ': {
    severity: 'info',
    zh: '有 {count} 个乡镇内各村的边界拐点不一致，{united} 个已按图形合并，其余可能留有细缝',
    en: 'inside {count} townships the borders of neighbouring villages do not share their corners; {united} were united by geometry, the others may show fine lines',
  },
  'boundary-crs-undeclared': {
    severity: 'warning',
    zh: '坐标像是在中国境内，却没有说明坐标系，按 WGS 84 处理。若来自高德、腾讯或百度，会偏移数百米：请在地图上写明 crs="GCJ02" 或 crs="BD09"，否则写明 crs="WGS84" 或 crs="CGCS2000"',
    en: 'the coordinates seem to lie in China and do not say their system; taken as WGS 84. Those of Amap, Tencent or Baidu are off by hundreds of metres: say crs="GCJ02" or crs="BD09" on the map, else crs="WGS84" or crs="CGCS2000"',
  },
  'boundary-crs-unknown': {
    severity: 'warning',
    zh: '不认识的坐标系“{got}”，按 WGS 84 处理。可用：{expected}',
    en: 'unknown coordinate system "{got}", taken as WGS 84; known are {expected}',
  },
  'boundary-crs-differs': {
    severity: 'warning',
    zh: '文件写明坐标系 {file}，地图写明 {asked}，以地图为准',
    en: 'the file declares {file}, the map {asked}; the map counts',
  },
  'boundary-join': {
    severity: 'info',
    zh: '图形与名册：按代码 {byCode} 个，按名称 {byName} 个；同名不能确定 {ambiguous} 个，名册中没有 {leftOver} 个；{without} 个地区没有图形',
    en: 'shapes and roster: {byCode} joined by code, {byName} by name; {ambiguous} ambiguous, {leftOver} not in the roster; {without} areas without a shape',
  },
  'area-without-boundary': {
    severity: 'warning',
    zh: '没有“{area}”（{code}）的图形',
    en: 'there is no shape for {area} ({code})',
  },
  'areas-without-boundary': {
    severity: 'warning',
    zh: '{total} 个地区中有 {count} 个没有图形，例如“{area}”',
    en: '{count} of {total} areas have no shape, "{area}" for one',
  },
  'boundary-too-few': {
    severity: 'warning',
    zh: '有图形的地区不到一半（{count}/{total}），改用示意布局，方位按已有的图形安排；给出一半以上地区的图形就按图形绘制',
    en: 'fewer than half of the areas have a shape ({count} of {total}): tiles are drawn instead, placed by the shapes there are; shapes of half of them would be drawn',
  },
  'boundary-townships-only': {
    severity: 'warning',
    zh: '有图形的是乡镇（{townships}/{of}），村只有 {count}/{total}：乡镇一级（level="township"，命令行 --level township）按图形绘制，村一级用示意布局',
    en: 'it is townships that have shapes ({townships} of {of}), and of villages {count} of {total}: the level of townships (level="township", --level township) is drawn by its shapes, that of villages as tiles',
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

export type BoundaryCode = keyof typeof BOUNDARY_FINDINGS;

/** Most findings of one kind that are listed one by one. */
const MOST_LISTED = 20;

/** Collects findings about one file; of one kind the first twenty are listed, the rest counted. */
export class BoundaryFindings {
  readonly #found: Diagnostic[] = [];
  readonly #counts = new Map<BoundaryCode, number>();

  constructor(private readonly source: string) {}

  /** @param place of the file, `features[3]`; empty for the file itself */
  add(code: BoundaryCode, place: string, params: NonNullable<Diagnostic['params']> = {}): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= MOST_LISTED)
      this.#found.push(createBoundaryFinding(code, place === '' ? this.source : `${this.source} ${place}`, params));
  }

  list(): readonly Diagnostic[] {
    const cut = [...this.#counts].filter(([, count]) => count > MOST_LISTED);
    return [
      ...this.#found,
      ...cut.map(([code, all]): Diagnostic => {
        const count = all - MOST_LISTED;
        const message = `${this.source}: ${count} more findings of the kind ${code} are not listed one by one`;
        return { code: 'more-findings', severity: 'info', path: this.source, message, params: { code, count } };
      }),
    ];
  }
}

/** Makes a finding about boundaries; its message is the English sentence with the place before it. */
export function createBoundaryFinding(
  code: BoundaryCode,
  path: string,
  params: NonNullable<Diagnostic['params']> = {},
): Diagnostic {
  const { severity, en } = BOUNDARY_FINDINGS[code];
  return { code, severity, path, message: `${path}: ${fill(en, params)}`, params };
}

/** The sentence of a finding about boundaries, or nothing for a code that is none. */
export function describeBoundaryFinding({ code, path, params = {} }: Diagnostic, locale: Locale): string | undefined {
  if (!Object.hasOwn(BOUNDARY_FINDINGS, code)) return undefined;
  const sentence = fill(BOUNDARY_FINDINGS[code as BoundaryCode][locale], params);
  return locale === 'zh' ? `${path}：${sentence}` : `${path}: ${sentence}`;
}

/** Values are quoted from files: one line, of a length that can be read. */
function fill(template: string, params: NonNullable<Diagnostic['params']>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]).replace(/\s+/g, ' ').slice(0, 120) : place,
  );
}
