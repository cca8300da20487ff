import type { Area, Roster } from '@guatu/core';
import { fictionalCounty } from '../../../fictional/index.js';
import { layoutGeographic } from '../../../geometry/layout-geographic.js';
import { ATTAINMENT_ON_LIGHT } from '../../../scale/ramps.js';
import { inkOf, THEMES } from '../../../scale/themes.js';
import type { AreaPaint, Scene, SceneGlyph, SceneShape, SceneText } from '../../../scene/scene.js';

const names = '河西堡 赵家庄 下二坝 水泉子 毛卜喇 红光新村 玉宝 宗家庄 上三坝 大寨子'.split(' ');
const theme = THEMES.light;

interface Place {
  readonly shape: SceneShape;
  readonly halo: boolean;
}

/** What a village looks like: every class, every kind of nothing, signs, marks and figures, by its number. */
function dress({ shape, halo }: Place, i: number): { paint: AreaPaint; texts: SceneText[]; glyphs: SceneGlyph[] } {
  const { code, inner, bounds } = shape;
  const nothing = [
    theme.nothing.notStarted,
    theme.nothing.noData,
    theme.nothing.notComputable,
    theme.nothing.notApplicable,
    theme.nothing.notReportedHere,
  ];
  const step = i % (ATTAINMENT_ON_LIGHT.length + nothing.length);
  const classFill = ATTAINMENT_ON_LIGHT[step];
  const base = { class: step, cohort: '2021', dimmed: false, label: '' };
  const patterned = halo && i % 3 === 1;
  const paint: AreaPaint = classFill
    ? {
        ...base,
        fill: classFill,
        pattern: patterned ? 'lines' : null,
        patternColor: patterned ? '#8899aa' : classFill,
        stroke: i % 5 === 0 ? theme.edge : classFill,
        strokeWidth: i % 5 === 0 ? 1.5 : 1,
        dashed: false,
      }
    : { ...base, ...(nothing[step - ATTAINMENT_ON_LIGHT.length] ?? theme.nothing.noData), class: 'noData' };
  const color = classFill && step >= 4 ? '#ffffff' : '#172033';
  const common = { code, color, anchor: 'middle', halo: halo ? paint.fill : null } as const;
  const [x0, y0, x1, y1] = bounds;
  const texts: SceneText[] = [
    {
      ...common,
      role: 'name',
      text: names[i % names.length] ?? '',
      x: inner[0],
      y: inner[1],
      size: i % 2 ? 12 : 13,
      weight: 600,
    },
  ];
  if (!halo) {
    texts.push(
      {
        ...common,
        role: 'mark',
        text: ['①', '②', '③'][i % 3] ?? '',
        x: x0 + 4,
        y: y0 + 9,
        size: 12,
        weight: 400,
        anchor: 'start',
      },
      { ...common, role: 'value', text: String(i % 101), x: x1 - 4, y: y1 - 9, size: 12, weight: 400, anchor: 'end' },
    );
  }
  const sign = [theme.lights.red, theme.lights.yellow, theme.lights.green][i % 4];
  const glyphs: SceneGlyph[] = sign
    ? [
        {
          code,
          shape: sign.shape,
          x: halo ? inner[0] : x0 + 10,
          y: halo ? inner[1] + 14 : y1 - 9,
          size: 10,
          fill: sign.fill,
          stroke: '#5a1d00',
        },
      ]
    : [];
  return { paint, texts, glyphs };
}

function assemble(places: readonly Place[], layout: Omit<Scene['layout'], 'areas'>, more: readonly SceneText[]): Scene {
  const dressed = places.map(dress);
  return {
    layout: { ...layout, areas: places.map(({ shape }) => shape) },
    paints: dressed.map(({ paint }) => paint),
    glyphs: dressed.flatMap(({ glyphs }) => glyphs),
    texts: [...more, ...dressed.flatMap(({ texts }) => texts)],
    background: theme.ground,
    ink: inkOf(theme),
    legend: {
      title: '',
      basis: 'attainment',
      classes: [],
      cohorts: [],
      counts: [],
      nothings: [],
      lights: [],
      total: places.length,
    },
    summary: '',
    notices: [],
  };
}

/** Ten townships of villages as rounded tiles under headers, as a board without boundaries has them. */
export function makeTileCounty(): Scene {
  const texts: SceneText[] = [];
  const places: Place[] = [];
  for (let group = 0; group < 10; group += 1) {
    const left = 8 + (group % 4) * 195;
    const top = 8 + Math.floor(group / 4) * 200;
    const header = { code: `t${group}`, x: left, weight: 700, color: theme.ink, anchor: 'start', halo: null } as const;
    texts.push(
      { ...header, role: 'groupName', text: `${names[group] ?? ''}镇`, y: top + 9, size: 14 },
      {
        ...header,
        role: 'groupDetail',
        text: `${group + 2}/12 村启动 · 完成 ${50 + group}%`,
        y: top + 27,
        size: 12,
        weight: 400,
        color: theme.quiet,
      },
    );
    for (let i = 0; i < 12; i += 1) {
      const x = left + (i % 4) * 46;
      const y = top + 40 + Math.floor(i / 4) * 50;
      places.push({ halo: false, shape: makeTile(`t${group}v${i}`, x, y) });
    }
  }
  return assemble(
    places,
    { key: 'tile county', width: 788, height: 610, projection: { kind: 'tiles' }, outlines: [] },
    texts,
  );
}

function makeTile(code: string, x: number, y: number): SceneShape {
  const [w, h, r] = [42, 46, 4];
  const ring: number[] = [];
  for (const [cx, cy, quarter] of [
    [x + r, y + r, 2],
    [x + w - r, y + r, 3],
    [x + w - r, y + h - r, 0],
    [x + r, y + h - r, 1],
  ] as const) {
    for (let step = 0; step <= 4; step += 1) {
      const angle = ((quarter + step / 4) * Math.PI) / 2;
      ring.push(cx + r * Math.cos(angle), cy + r * Math.sin(angle));
    }
  }
  ring.push(ring[0] ?? 0, ring[1] ?? 0);
  return {
    code,
    name: code,
    group: code.slice(0, 2),
    polygons: [[ring]],
    inner: [x + w / 2, y + h / 2],
    bounds: [x, y, x + w, y + h],
  };
}

/** A county that does not exist: villages that share their borders, one township in two parts, another with a hole. */
export function makePolygonCounty(villages = 90): Scene {
  const { areas, boundaries } = fictionalCounty({ villages });
  const { layout } = layoutGeographic(boundaries, makeRoster(areas), { width: 820, level: 'village' });
  return assemble(
    layout.areas.map((shape) => ({ shape, halo: true })),
    layout,
    [],
  );
}

function makeRoster(areas: readonly Area[]): Roster {
  const rows = new Map(areas.map(({ code }, row) => [code, row]));
  const parents = Int32Array.from(areas, ({ parent }) => rows.get(parent) ?? -1);
  const below = areas.map((): number[] => []);
  parents.forEach((parent, row) => below[parent]?.push(row));
  return { areas, parents, indexOf: (code) => rows.get(code) ?? -1, children: (row) => below[row] ?? [] };
}
