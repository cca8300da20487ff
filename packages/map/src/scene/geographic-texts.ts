import { boundPolygons } from '../geometry/mercator.js';
import { isInsidePolygon } from '../geometry/ring.js';
import { Occupied } from './occupied.js';
import { TYPE } from './place-texts.js';
import type { TextOptions } from './place-texts.js';
import type { SceneLayout, SceneOutline, SceneShape, SceneText } from './scene.js';
import { cutName, shortenName } from './short-name.js';
import { measureText } from './text-width.js';

/**
 * The writing on polygons: the names of areas that have room for them, the largest first, and the name of every township
 * in a gap between them. Where a township has no gap, its name comes first and the areas' give way. A name without room is
 * cut short; one of which not even a character has room, and a township's that would cover another one's, is left out.
 */
export function placeGeographicTexts(options: TextOptions): readonly SceneText[] {
  const labels = options.level === 'village' ? measureGroups(options) : [];
  const first = placeAreas(options, new Occupied());
  const gaps = labels.map((label) => findGap(label, first.taken));
  const reserved = new Occupied();
  const places = labels.map((label, index) => {
    const gap = gaps[index];
    if (gap) return gap;
    if (!reserved.isFree(label.inner, label.width, label.height)) return undefined;
    reserved.take(label.inner, label.width, label.height);
    return label.inner;
  });
  const crowded = labels.some((_, index) => places[index] !== undefined && gaps[index] === undefined);
  const areas = crowded ? placeAreas(options, reserved) : first;
  const names = labels.flatMap((label, index) => {
    const place = places[index];
    return place ? [writeGroup(label, place, options)] : [];
  });
  return [...areas.texts, ...names];
}

/** A township's name with the room it needs and has. */
interface GroupLabel {
  readonly outline: SceneOutline;
  readonly name: string;
  readonly inner: readonly [x: number, y: number];
  readonly width: number;
  readonly height: number;
  /** How far from the inner point it makes sense to look for a gap. */
  readonly reach: number;
}

/** A name may stand out of its township by this much on both sides together. */
const OVERHANG = 1.4;

function measureGroups({ layout, groups, scale }: TextOptions): readonly GroupLabel[] {
  const names = new Map(groups.map(({ code, name }) => [code, name]));
  const size = TYPE.group * scale;
  return layout.outlines.flatMap((outline): readonly GroupLabel[] => {
    const [x0, y0, x1, y1] = boundPolygons(outline.polygons);
    const name = cutName(names.get(outline.group) ?? '', (x1 - x0) * OVERHANG, size);
    const width = measureText(name, size);
    if (name === '') return [];
    const inner = outline.inner ?? [(x0 + x1) / 2, (y0 + y1) / 2];
    return [
      { outline, name, inner, width, height: size * 1.2, reach: Math.min(GAP_REACH, Math.max(x1 - x0, y1 - y0) / 2) },
    ];
  });
}

/** How far from the inner point a gap is looked for at most, and in what steps. */
const [GAP_REACH, GAP_STEP] = [96, 8];

/** The free place nearest to a township's inner point that lies within the township. */
function findGap(label: GroupLabel, taken: Occupied): readonly [number, number] | undefined {
  const { inner, width, height, reach } = label;
  const inside = placesWithin(label);
  let index = 0;
  for (let far = 0; far <= reach; far += GAP_STEP) {
    const turns = far === 0 ? 1 : Math.ceil((Math.PI * far) / GAP_STEP);
    for (let turn = 0; turn < turns; turn++, index++) {
      if (inside[index] === false) continue;
      const angle = (turn / turns) * 2 * Math.PI + Math.PI / 2;
      const place = [inner[0] + far * Math.cos(angle), inner[1] + far * Math.sin(angle)] as const;
      if (!taken.isFree(place, width, height)) continue;
      if (!(inside[index] ??= holdsLine(label, place))) continue;
      taken.take(place, width, height);
      return place;
    }
  }
  return undefined;
}

/** Whether both ends of a line lie in the township. */
function holdsLine({ outline, width }: GroupLabel, [x, y]: readonly [number, number]): boolean {
  return [x - width / 2, x + width / 2].every((end) =>
    outline.polygons.some((polygon) => isInsidePolygon(polygon, end, y)),
  );
}

/** By the township's outline: which of the places tried hold a name of a width, as far as was asked. Another target moves no border. */
const within = new WeakMap<SceneOutline, { readonly width: number; readonly inside: (boolean | undefined)[] }>();

function placesWithin({ outline, width }: GroupLabel): (boolean | undefined)[] {
  const known = within.get(outline);
  if (known?.width === width) return known.inside;
  const inside: (boolean | undefined)[] = [];
  within.set(outline, { width, inside });
  return inside;
}

function writeGroup(
  { outline, name }: GroupLabel,
  [x, y]: readonly [number, number],
  { theme, scale }: TextOptions,
): SceneText {
  const look = {
    size: TYPE.group * scale,
    weight: 700,
    color: theme.ink,
    anchor: 'middle',
    halo: theme.ground,
  } as const;
  return { code: outline.group, role: 'groupName', text: name, x, y, ...look };
}

function placeAreas(
  options: TextOptions,
  taken: Occupied,
): { readonly texts: readonly SceneText[]; readonly taken: Occupied } {
  for (const {
    sign,
    inner,
    bounds: [x0, y0, x1, y1],
  } of options.layout.areas) {
    // names beside one dot do not cover another
    if (sign === 'point') taken.take(inner, (x1 - x0) * DOT_KEPT, (y1 - y0) * DOT_KEPT);
  }
  const candidates = listCandidates(options.layout, options.level).filter(
    ({ shape, room }) => shape.sign === 'point' || room >= 2 * (TIGHTEST * options.scale) ** 2,
  );
  // of many nobody reads every name, and the first picture must not wait for them
  const squeezes = candidates.length > MANY ? SQUEEZES.slice(0, 1) : SQUEEZES;
  const least = (squeezes.at(-1)?.size ?? TYPE.small) * options.scale;
  const order = candidates
    .filter((candidate) => candidate.shape.sign === 'point' || candidates.length <= MANY || hasRoom(candidate, least))
    .sort((a, b) => b.room - a.room);
  const figures = new Map(options.groups.map(({ code, figure }) => [code, figure]));
  const texts: SceneText[] = [];
  let left = order;
  // whoever has room is written in full; then the others with less, so that a small area costs a large one nothing
  for (const squeeze of squeezes) {
    const missed: Candidate[] = [];
    const given = { ...options, figures, squeeze };
    for (const candidate of left) {
      const written = writeArea(candidate, given, taken);
      if (written === 'full') missed.push(candidate);
      else texts.push(...written);
    }
    left = missed;
  }
  const cut = candidates.length <= MANY ? left.flatMap((candidate) => writeCut(candidate, options, taken)) : [];
  return { texts: [...texts, ...cut], taken };
}

/** An area that may be named. */
interface Candidate {
  readonly shape: SceneShape;
  readonly index: number;
  /** Of its box, in square scene units. */
  readonly room: number;
  /** As it is written on the map, and how wide that is at size 1. */
  readonly name: string;
  readonly ems: number;
}

const listed = new WeakMap<SceneLayout, readonly Candidate[]>();

/** The areas of a layout, measured once: another target moves none. */
function listCandidates(layout: SceneLayout, level: TextOptions['level']): readonly Candidate[] {
  let candidates = listed.get(layout);
  if (!candidates) {
    candidates = layout.areas.map((shape, index): Candidate => {
      const { bounds } = shape;
      const name = level === 'village' ? shortenName(shape.name) : shape.name;
      return { shape, index, room: (bounds[2] - bounds[0]) * (bounds[3] - bounds[1]), name, ems: measureText(name, 1) };
    });
    listed.set(layout, candidates);
  }
  return candidates;
}

/** Whether an area's box has room for its name at a size; a name without its mark is the least that is written. */
function hasRoom({ shape: { bounds }, ems }: Candidate, size: number): boolean {
  return bounds[3] - bounds[1] >= size && ems * size <= (bounds[2] - bounds[0]) * OVERHANG_AREA;
}

/** Share of a dot's box that names of others stay out of. */
const DOT_KEPT = 0.8;

/** How an area's label gives way: its figure first, then its mark and its place, then a little of its size. */
interface Squeeze {
  readonly size: number;
  readonly value: boolean;
  readonly mark: boolean;
  /** Places tried around the inner point, in heights of the label. */
  readonly offsets: readonly (readonly [x: number, y: number])[];
}

const HERE = [[0, 0]] as const;
const AROUND = [
  [0, 0],
  [0, -0.5],
  [0, 0.5],
  [-0.6, 0],
  [0.6, 0],
  [0, -1],
  [0, 1],
  [-1, -0.5],
  [1, -0.5],
  [-1, 0.5],
  [1, 0.5],
] as const;
/** Type in areas too tight for the smallest one elsewhere. */
const [TIGHT, TIGHTEST] = [11, 10];

const SQUEEZES: readonly Squeeze[] = [
  { size: TYPE.small, value: true, mark: true, offsets: HERE },
  { size: TYPE.small, value: false, mark: true, offsets: AROUND },
  { size: TIGHT, value: false, mark: false, offsets: AROUND },
  { size: TIGHTEST, value: false, mark: false, offsets: AROUND },
];

/** More areas than this are many. */
const MANY = 600;

interface AreaOptions extends TextOptions {
  readonly figures: ReadonlyMap<string, string>;
  readonly squeeze: Squeeze;
}

/** Where a box of a size is free around an area's inner point, with its middle on the area. */
function findPlace(
  { polygons, inner: [x, y] }: SceneShape,
  { width, height, offsets }: { readonly width: number; readonly height: number; readonly offsets: Squeeze['offsets'] },
  taken: Occupied,
): readonly [x: number, y: number] | undefined {
  for (const [across, down] of offsets) {
    const place = [x + across * height, y + down * height] as const;
    if (!taken.isFree(place, width, height)) continue;
    if ((across === 0 && down === 0) || polygons.some((polygon) => isInsidePolygon(polygon, ...place))) return place;
  }
  return undefined;
}

/** The name of an area may stand out of its box by this much. */
const OVERHANG_AREA = 1.1;

/** The label of an area; nothing for one that has none, `full` where there is no room for it. */
function writeArea(candidate: Candidate, options: AreaOptions, taken: Occupied): readonly SceneText[] | 'full' {
  const { shape, index, name } = candidate;
  const { surfaces, paints, marks, valueOf, level, figures, scale, squeeze } = options;
  const [x0, y0, x1, y1] = shape.bounds;
  const size = squeeze.size * scale;
  const surface = surfaces[index];
  if (!surface || paints[index]?.dimmed) return [];
  if (shape.sign === 'point') return writeDot(candidate, options, taken);
  if (!hasRoom(candidate, size)) return 'full';
  const marked = `${squeeze.mark ? (marks[index] ?? '') : ''}${name}`;
  const text = measureText(marked, size) <= x1 - x0 ? marked : name;
  const width = measureText(text, size);
  const own = level === 'township' ? (figures.get(shape.code) ?? '') : '';
  const value = !squeeze.value || y1 - y0 <= size * 3 ? '' : own === '' ? valueOf(index) : own;
  const both = value !== '';
  const height = size * (both ? 2.4 : 1.2);
  const place = findPlace(shape, { width, height, offsets: squeeze.offsets }, taken);
  if (!place) return 'full';
  taken.take(place, width, height);
  const common = {
    code: shape.code,
    x: place[0],
    size,
    color: surface.text,
    anchor: 'middle',
    halo: surface.fill,
  } as const;
  const top = place[1] - (both ? size * 0.6 : 0);
  const named: SceneText = { ...common, role: 'name', text, y: top, weight: 600 };
  return both ? [named, { ...common, role: 'value', text: value, y: top + size * 1.2, weight: 400 }] : [named];
}

/** As much of a name as an area has room for, in the smallest type. */
function writeCut(
  { shape, index, name }: Candidate,
  { surfaces, paints, scale }: TextOptions,
  taken: Occupied,
): readonly SceneText[] {
  const [x0, y0, x1, y1] = shape.bounds;
  const size = TIGHTEST * scale;
  const surface = surfaces[index];
  if (!surface || paints[index]?.dimmed || y1 - y0 < size) return [];
  // ever shorter, since there may be room between others for less than the area has
  for (
    let room = (x1 - x0) * OVERHANG_AREA, text = '';
    (text = cutName(name, room, size)) !== '';
    room = measureText(text, size) - size / 2
  ) {
    const [width, height] = [measureText(text, size), size * 1.2];
    const place = findPlace(shape, { width, height, offsets: AROUND }, taken);
    if (!place) continue;
    taken.take(place, width, height);
    return [
      {
        code: shape.code,
        role: 'name',
        text,
        x: place[0],
        y: place[1],
        size,
        weight: 600,
        color: surface.text,
        anchor: 'middle',
        halo: surface.fill,
      },
    ];
  }
  return [];
}

/** A dot's name: in it where it has room, else under, over or beside it where that is free, else cut short there or in it. */
function writeDot(
  {
    shape: {
      code,
      inner: [x, y],
      bounds: [x0, y0, x1, y1],
    },
    index,
    name,
    ems,
  }: Candidate,
  { layout, surfaces, theme, scale }: TextOptions,
  taken: Occupied,
): readonly SceneText[] {
  const size = TYPE.small * scale;
  const surface = surfaces[index];
  const common = { code, role: 'name', size, weight: 600, anchor: 'middle' } as const;
  if (surface && ems * size <= x1 - x0)
    return [{ ...common, text: name, x, y, color: surface.text, halo: surface.fill }];
  const half = size * 0.6;
  const inside = ([left, top]: readonly [number, number], width: number): boolean =>
    left >= width / 2 && left <= layout.width - width / 2 && top >= half && top <= layout.height - half;
  for (const text of new Set([name, cutName(name, size * CUT_BESIDE, size)])) {
    const width = measureText(text, size);
    const places = [
      [x, y1 + half],
      [x, y0 - half],
      [x1 + width / 2 + 2, y],
      [x0 - width / 2 - 2, y],
    ] as const;
    const free =
      text === '' ? undefined : places.find((place) => inside(place, width) && taken.isFree(place, width, size));
    if (!free) continue;
    taken.take(free, width, size);
    return [{ ...common, text, x: free[0], y: free[1], color: theme.ink, halo: theme.ground }];
  }
  const cut = cutName(name, x1 - x0, size);
  return surface && cut !== '' ? [{ ...common, text: cut, x, y, color: surface.text, halo: surface.fill }] : [];
}

/** Room that a name without any is cut to beside a dot, in characters. */
const CUT_BESIDE = 3;
