import { isInsidePolygon } from '../geometry/ring.js';
import { Occupied } from './occupied.js';
import { TYPE } from './place-texts.js';
import type { TextOptions } from './place-texts.js';
import type { SceneOutline, SceneShape, SceneText } from './scene.js';
import { shortenName } from './short-name.js';
import { measureText } from './text-width.js';

/**
 * The writing on polygons: the names of areas that have room for them, the largest first, and the name of every township
 * in a gap between them. Where a township has no gap, its name comes first and the areas' give way.
 */
export function placeGeographicTexts(options: TextOptions): readonly SceneText[] {
  const outlines = options.level === 'village' ? options.layout.outlines : [];
  const first = placeAreas(options, new Occupied());
  const gaps = outlines.map((outline) => findGap(outline, options, first.taken));
  const crowded = outlines.filter((_, index) => gaps[index] === undefined);
  const reserved = new Occupied();
  for (const outline of crowded) {
    const { inner, width, height } = measureGroup(outline, options);
    reserved.take(inner, width, height);
  }
  const areas = crowded.length === 0 ? first : placeAreas(options, reserved);
  const names = outlines.flatMap((outline, index) => writeGroup(outline, gaps[index] ?? measureGroup(outline, options).inner, options));
  return [...areas.texts, ...names];
}

function measureGroup(
  { group, inner, polygons }: SceneOutline,
  { groups, scale }: TextOptions,
): { readonly inner: readonly [number, number]; readonly name: string; readonly width: number; readonly height: number } {
  const size = TYPE.group * scale;
  const name = groups.find(({ code }) => code === group)?.name ?? '';
  const [x = 0, y = 0] = polygons[0]?.[0] ?? [];
  return { inner: inner ?? [x, y], name, width: measureText(name, size), height: size * 1.2 };
}

/** How far from the inner point a gap is looked for, and in what steps. */
const [GAP_REACH, GAP_STEP] = [96, 8];

/** The free place nearest to a township's inner point that lies within the township. */
function findGap(outline: SceneOutline, options: TextOptions, taken: Occupied): readonly [number, number] | undefined {
  const { inner, width, height } = measureGroup(outline, options);
  for (let reach = 0; reach <= GAP_REACH; reach += GAP_STEP) {
    const turns = reach === 0 ? 1 : Math.ceil((2 * Math.PI * reach) / GAP_STEP / 2);
    for (let turn = 0; turn < turns; turn++) {
      const angle = (turn / turns) * 2 * Math.PI + Math.PI / 2;
      const place = [inner[0] + reach * Math.cos(angle), inner[1] + reach * Math.sin(angle)] as const;
      const ends = [place[0] - width / 2, place[0] + width / 2];
      const within = ends.every((x) => outline.polygons.some((polygon) => isInsidePolygon(polygon, x, place[1])));
      if (within && taken.isFree(place, width, height)) {
        taken.take(place, width, height);
        return place;
      }
    }
  }
  return undefined;
}

function writeGroup(outline: SceneOutline, [x, y]: readonly [number, number], options: TextOptions): readonly SceneText[] {
  const { name } = measureGroup(outline, options);
  if (name === '') return [];
  const { theme, scale } = options;
  const look = { size: TYPE.group * scale, weight: 700, color: theme.ink, anchor: 'middle', halo: theme.ground } as const;
  return [{ code: outline.group, role: 'groupName', text: name, x, y, ...look }];
}

function placeAreas(options: TextOptions, taken: Occupied): { readonly texts: readonly SceneText[]; readonly taken: Occupied } {
  const room = ({ bounds: [x0, y0, x1, y1] }: SceneShape): number => (x1 - x0) * (y1 - y0);
  const small = TYPE.small * options.scale;
  const order = options.layout.areas
    .map((shape, index) => ({ shape, index, room: room(shape) }))
    .filter((candidate) => candidate.room >= 2 * small * small)
    .sort((a, b) => b.room - a.room);
  const figures = new Map(options.groups.map(({ code, figure }) => [code, figure]));
  return { texts: order.flatMap(({ shape, index }) => writeArea(shape, index, { ...options, figures }, taken)), taken };
}

function writeArea(
  shape: SceneShape,
  index: number,
  { surfaces, paints, marks, values, level, figures, scale }: TextOptions & { readonly figures: ReadonlyMap<string, string> },
  taken: Occupied,
): readonly SceneText[] {
  const [x0, y0, x1, y1] = shape.bounds;
  const size = TYPE.small * scale;
  const surface = surfaces[index];
  if (!surface || paints[index]?.dimmed || y1 - y0 < size) return [];
  const name = level === 'village' ? shortenName(shape.name) : shape.name;
  const marked = `${marks[index] ?? ''}${name}`;
  const text = measureText(marked, size) <= x1 - x0 ? marked : name;
  const width = measureText(text, size);
  if (width > (x1 - x0) * 1.1) return [];
  const own = level === 'township' ? (figures.get(shape.code) ?? '') : '';
  const value = own === '' ? (values[index] ?? '') : own;
  const both = value !== '' && y1 - y0 > size * 3;
  const height = size * (both ? 2.4 : 1.2);
  if (!taken.isFree(shape.inner, width, height)) return [];
  taken.take(shape.inner, width, height);
  const common = { code: shape.code, x: shape.inner[0], size, color: surface.text, anchor: 'middle', halo: surface.fill } as const;
  const top = shape.inner[1] - (both ? size * 0.6 : 0);
  const named: SceneText = { ...common, role: 'name', text, y: top, weight: 600 };
  return both ? [named, { ...common, role: 'value', text: value, y: top + size * 1.2, weight: 400 }] : [named];
}
