import { PATTERNS } from '../../scale/patterns.js';
import { traceGlyph } from '../../scale/glyph-shapes.js';
import type { AreaPaint, Scene, SceneRings, SceneShape, SceneText } from '../../scene/scene.js';
import { inkOfScene } from '../scene-ink.js';
import { BASELINE, familiesOf, HALO_WIDTH } from '../text-style.js';
import { element, textElement } from './svg-node.js';
import type { SvgNode } from './svg-node.js';

/** A picture's layers from the ground up; the same nodes become text in Node and elements in a page. */
export interface SceneLayers {
  readonly defs: readonly SvgNode[];
  readonly ground: readonly SvgNode[];
  readonly areas: readonly SvgNode[];
  readonly outlines: readonly SvgNode[];
  readonly glyphs: readonly SvgNode[];
  readonly texts: readonly SvgNode[];
  readonly rings: readonly SvgNode[];
}

export interface Highlight {
  readonly selected: string | null;
  readonly pointed: string | null;
}

/** Names the layers in their drawing order, `defs` apart. */
export const LAYER_ORDER = ['ground', 'areas', 'outlines', 'glyphs', 'texts', 'rings'] as const;

/**
 * Describes every layer of a scene.
 *
 * @param prefix begins every id, so that several pictures on one page do not share their patterns
 */
export function describeLayers(scene: Scene, prefix: string, highlight?: Highlight): SceneLayers {
  return {
    defs: describePatterns(scene.paints, prefix),
    ground: describeGround(scene),
    areas: scene.layout.areas.map((shape, index) => describeArea(shape, scene.paints[index], prefix)),
    outlines: describeOutlines(scene),
    glyphs: describeGlyphs(scene),
    texts: describeTexts(scene),
    rings: highlight ? describeRings(scene, highlight) : [],
  };
}

/** The attributes all pictures have on their outermost element. */
export function describeFrame(scene: Scene): SvgNode['attributes'] {
  const { width, height } = scene.layout;
  return {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${round(width)} ${round(height)}`,
    'font-family': familiesOf(scene),
    'text-rendering': 'geometricPrecision',
  };
}

/** The attributes of one layer's group. Texts and signs let the pointer through to the areas below them. */
export function describeLayer(layer: (typeof LAYER_ORDER)[number]): SvgNode['attributes'] {
  const base = { 'data-layer': layer };
  if (layer === 'areas') return { ...base, 'stroke-linejoin': 'round' };
  return { ...base, 'pointer-events': 'none' };
}

export function describeGround({ layout: { width, height }, background }: Scene): readonly SvgNode[] {
  return [element('rect', { x: 0, y: 0, width: round(width), height: round(height), fill: background })];
}

/**
 * One area. `data-code` is what a pointer finds.
 *
 * @param before how it was described in another paint: its path is not traced again
 */
export function describeArea(
  { code, polygons }: SceneShape,
  paint: AreaPaint | undefined,
  prefix: string,
  before?: SvgNode,
): SvgNode {
  const path = { 'data-code': code, d: before?.attributes['d'] ?? tracePolygons(polygons), 'fill-rule': 'evenodd' };
  return element('path', { ...path, ...describePaint(paint, prefix) });
}

function describePaint(paint: AreaPaint | undefined, prefix: string): SvgNode['attributes'] {
  if (!paint) return { fill: 'none' };
  const { stroke, strokeWidth, dashed } = paint;
  return {
    fill: describeSwatchFill(paint, prefix),
    stroke,
    'stroke-width': strokeWidth,
    ...(dashed ? { 'stroke-dasharray': `${round(3 * strokeWidth)} ${round(2.5 * strokeWidth)}` } : {}),
  };
}

/** The fill of an area or a swatch: its colour, or the pattern over it. */
export function describeSwatchFill(paint: Patterned, prefix: string): string {
  return paint.pattern === null ? paint.fill : `url(#${namePattern(paint, prefix)})`;
}

export type Patterned = Pick<AreaPaint, 'fill' | 'pattern' | 'patternColor'>;

function namePattern({ pattern, fill, patternColor }: Patterned, prefix: string): string {
  return `${prefix}-${pattern}-${fill.slice(1)}-${patternColor.slice(1)}`;
}

/** One definition for each pattern in each pair of colours that is needed. */
export function describePatterns(paints: Iterable<Patterned>, prefix: string): readonly SvgNode[] {
  const needed = new Map<string, Patterned>();
  for (const paint of paints) if (paint.pattern !== null) needed.set(namePattern(paint, prefix), paint);
  return [...needed].map(([id, paint]) => describePattern(id, paint));
}

function describePattern(id: string, { fill, pattern, patternColor }: Patterned): SvgNode {
  const { size, dots, strokes } = PATTERNS[pattern ?? 'dots'];
  return element('pattern', { id, patternUnits: 'userSpaceOnUse', width: size, height: size }, [
    element('rect', { width: size, height: size, fill }),
    ...dots.map(({ x, y, radius }) => element('circle', { cx: x, cy: y, r: radius, fill: patternColor })),
    ...strokes.map(({ x0, y0, x1, y1, width }) =>
      element('path', { d: `M${x0} ${y0}L${x1} ${y1}`, stroke: patternColor, 'stroke-width': width }),
    ),
  ]);
}

export function describeOutlines(scene: Scene): readonly SvgNode[] {
  const { outline, outlineWidth } = inkOfScene(scene);
  const line = { fill: 'none', stroke: outline, 'stroke-width': outlineWidth, 'stroke-linejoin': 'round' };
  return scene.layout.outlines.map(({ polygons }) => element('path', { d: tracePolygons(polygons), ...line }));
}

export function describeGlyphs({ glyphs }: Scene): readonly SvgNode[] {
  return glyphs.map((glyph) =>
    element('path', {
      d: traceRing(traceGlyph(glyph)),
      fill: glyph.fill,
      stroke: glyph.stroke,
      'stroke-width': 1,
      'stroke-linejoin': 'round',
    }),
  );
}

export function describeTexts({ texts }: Scene): readonly SvgNode[] {
  return texts.map(describeText);
}

function describeText({ code, role, text, x, y, size, weight, color, anchor, halo }: SceneText): SvgNode {
  return textElement(
    'text',
    {
      'data-for': code,
      'data-role': role,
      x: round(x),
      y: round(y + BASELINE * size),
      'font-size': round(size),
      'font-weight': weight,
      fill: color,
      ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
      ...(halo === null
        ? {}
        : { stroke: halo, 'stroke-width': HALO_WIDTH, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
    },
    text,
  );
}

/** The pointed-at area's ring under the selected one's, each on a casing. */
export function describeRings(scene: Scene, { selected, pointed }: Highlight): readonly SvgNode[] {
  const ink = inkOfScene(scene);
  const ring = (code: string | null, color: string, width: number): readonly SvgNode[] => {
    const shape = code === null ? undefined : scene.layout.areas.find((area) => area.code === code);
    if (!shape) return [];
    const line = { d: tracePolygons(shape.polygons), fill: 'none', 'stroke-linejoin': 'round' };
    return [
      element('path', { ...line, stroke: ink.casing, 'stroke-width': width + 2 }),
      element('path', { ...line, stroke: color, 'stroke-width': width }),
    ];
  };
  const over = pointed === selected ? [] : ring(pointed, ink.pointed, ink.pointedWidth);
  return [...over, ...ring(selected, ink.selected, ink.selectedWidth)];
}

function tracePolygons(polygons: readonly SceneRings[]): string {
  return polygons.map((rings) => rings.map(traceRing).join('')).join('');
}

function traceRing(ring: readonly number[]): string {
  if (ring.length < 4) return '';
  let path = `M${round(ring[0] ?? 0)} ${round(ring[1] ?? 0)}`;
  // the last point repeats the first, which Z says shorter
  for (let index = 2; index + 3 < ring.length; index += 2) {
    path += `L${round(ring[index] ?? 0)} ${round(ring[index + 1] ?? 0)}`;
  }
  return `${path}Z`;
}

/** Hundredths of a scene unit. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
