import type { AreaPaint, Scene, SceneGlyph, SceneShape, SceneText } from '../../../scene/scene.js';

/** A scene drawn by hand: a grid of square tiles of 60 with gaps of 8, for tests that look at single pixels. */
export function makeTestScene({
  columns = 6,
  rows = 4,
  paint = () => ({}),
  texts = [],
  glyphs = [],
  key = 'grid',
}: {
  readonly columns?: number;
  readonly rows?: number;
  readonly paint?: (index: number) => Partial<AreaPaint>;
  readonly texts?: readonly SceneText[];
  readonly glyphs?: readonly SceneGlyph[];
  readonly key?: string;
} = {}): Scene {
  const areas = Array.from({ length: columns * rows }, (_, i): SceneShape => {
    const x = 10 + (i % columns) * 68;
    const y = 10 + Math.floor(i / columns) * 68;
    return {
      code: `6203211002${String(i).padStart(2, '0')}`,
      name: `village ${i}`,
      group: '620321100',
      polygons: [[[x, y, x + 60, y, x + 60, y + 60, x, y + 60, x, y]]],
      inner: [x + 30, y + 30],
      bounds: [x, y, x + 60, y + 60],
    };
  });
  return {
    layout: {
      key: `${key} ${columns} ${rows}`,
      width: columns * 68 + 12,
      height: rows * 68 + 12,
      projection: { kind: 'tiles' },
      areas,
      outlines: [],
    },
    paints: areas.map(({ name }, i) => ({
      class: i % 5,
      cohort: '2021',
      fill: testFills[i % testFills.length] ?? '#000000',
      pattern: null,
      patternColor: '#5b6678',
      stroke: '#172033',
      strokeWidth: 1,
      dashed: false,
      dimmed: false,
      label: name,
      ...paint(i),
    })),
    glyphs,
    texts,
    background: '#ffffff',
    legend: {
      title: '',
      basis: 'attainment',
      classes: [],
      cohorts: [],
      counts: [],
      nothings: [],
      lights: [],
      total: areas.length,
    },
    summary: '',
    notices: [],
  };
}

export const testFills = ['#eef2f9', '#c6e0d8', '#8fc9bd', '#48a999', '#10786b', '#f1b53c', '#3366cc'];
