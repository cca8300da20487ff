import { shortenName } from './short-name.js';
import { measureText } from './text-width.js';
import { TYPE } from './place-texts.js';
import type { GroupLines, TextOptions } from './place-texts.js';
import type { SceneShape, SceneText } from './scene.js';

/** The writing on polygons: township names first, then as many areas as there is room for, the largest first. */
export function placeGeographicTexts(options: TextOptions): readonly SceneText[] {
  const taken = new Occupied();
  return [...writeGroups(options, taken), ...writeAreas(options, taken)];
}

function writeGroups({ layout, level, groups, theme, scale }: TextOptions, taken: Occupied): readonly SceneText[] {
  if (level === 'township') return [];
  const size = TYPE.group * scale;
  return groups.flatMap(({ code, name }): readonly SceneText[] => {
    const place = findGroupPlace(layout.outlines.find(({ group }) => group === code)?.inner, layout.areas, code);
    if (!place || !taken.take(place, measureText(name, size), size * 1.2)) return [];
    return [
      { code, role: 'groupName', text: name, x: place[0], y: place[1], size, weight: 700, color: theme.ink, anchor: 'middle', halo: theme.ground },
    ];
  });
}

/** The outline's own inner point, else the mean of its areas'. */
function findGroupPlace(
  inner: readonly [number, number] | undefined,
  areas: readonly SceneShape[],
  group: string,
): readonly [number, number] | undefined {
  if (inner) return inner;
  const members = areas.filter((area) => area.group === group);
  if (members.length === 0) return undefined;
  const sum = members.reduce<[number, number]>(([x, y], area) => [x + area.inner[0], y + area.inner[1]], [0, 0]);
  return [sum[0] / members.length, sum[1] / members.length];
}

function writeAreas(options: TextOptions, taken: Occupied): readonly SceneText[] {
  const { layout } = options;
  const room = ({ bounds: [x0, y0, x1, y1] }: SceneShape): number => (x1 - x0) * (y1 - y0);
  const order = layout.areas.map((shape, index) => ({ shape, index })).sort((a, b) => room(b.shape) - room(a.shape));
  return order.flatMap(({ shape, index }) => writeArea(shape, index, options, taken));
}

function writeArea(shape: SceneShape, index: number, options: TextOptions, taken: Occupied): readonly SceneText[] {
  const { surfaces, paints, marks, values, level, groups, scale } = options;
  const [x0, y0, x1, y1] = shape.bounds;
  const small = TYPE.small * scale;
  const surface = surfaces[index];
  if (!surface || paints[index]?.dimmed || y1 - y0 < small) return [];
  const lines = level === 'township' ? groups.find(({ code }) => code === shape.code) : undefined;
  const name = level === 'village' ? shortenName(shape.name) : shape.name;
  const value = pickFigure(lines, values[index] ?? '');
  const mark = marks[index] ?? '';
  const full = measureText(mark + name, small);
  const fitting = full <= x1 - x0 ? mark + name : name;
  const width = measureText(fitting, small);
  if (width > (x1 - x0) * 1.15) return [];
  const both = value !== '' && y1 - y0 > small * 3;
  const height = small * (both ? 2.4 : 1.2);
  if (!taken.take(shape.inner, width, height)) return [];
  const common = { code: shape.code, x: shape.inner[0], size: small, color: surface.text, anchor: 'middle', halo: surface.fill } as const;
  const top = shape.inner[1] - (both ? small * 0.6 : 0);
  const named: SceneText = { ...common, role: 'name', text: fitting, y: top, weight: 600 };
  return both ? [named, { ...common, role: 'value', text: value, y: top + small * 1.2, weight: 400 }] : [named];
}

function pickFigure(lines: GroupLines | undefined, value: string): string {
  return lines && lines.figure !== '' ? lines.figure : value;
}

/** Boxes already written on; a coarse grid keeps the search short for thousands of labels. */
class Occupied {
  private readonly cells = new Map<string, (readonly [number, number, number, number])[]>();

  /** Takes a box around a point, if no other overlaps it. */
  take([x, y]: readonly [number, number], width: number, height: number): boolean {
    const box = [x - width / 2 - 2, y - height / 2 - 1, x + width / 2 + 2, y + height / 2 + 1] as const;
    const keys = [...this.keysOf(box)];
    const free = keys.every((key) => (this.cells.get(key) ?? []).every((other) => !overlaps(box, other)));
    if (!free) return false;
    for (const key of keys) this.cells.set(key, [...(this.cells.get(key) ?? []), box]);
    return true;
  }

  private *keysOf([x0, y0, x1, y1]: readonly [number, number, number, number]): Generator<string> {
    const cell = 64;
    for (let column = Math.floor(x0 / cell); column <= Math.floor(x1 / cell); column++) {
      for (let row = Math.floor(y0 / cell); row <= Math.floor(y1 / cell); row++) yield `${column},${row}`;
    }
  }
}

function overlaps(a: readonly [number, number, number, number], b: readonly [number, number, number, number]): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
