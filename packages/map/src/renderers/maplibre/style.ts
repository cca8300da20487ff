import type { ExpressionSpecification, FilterSpecification, Layer, LineLayer, MaplibreMap, Style } from './maplibre-types.js';
import { noFeatures } from './features.js';
import type { PaintState } from './paint-state.js';
import type { PatternName } from '../../scene/scene.js';

export const sources = {
  areas: 'areas',
  outlines: 'outlines',
  glyphs: 'glyphs',
  labels: 'labels',
  figures: 'figures',
  rings: 'rings',
} as const;

export const areaFillLayer = 'area-fill';
const areaLine = 'area-line';
const areaDash = 'area-dash';
const outline = 'group-outline';
const patternLayer = (name: PatternName): string => `area-pattern-${name}`;

const clear = 'rgba(0,0,0,0)';
const dashes: [number, number] = [3, 2.5];

/** Group borders and rings, which a scene gives no paint for. */
export interface Ink {
  readonly outline: string;
  readonly outlineWidth: number;
  readonly selected: string;
  readonly selectedWidth: number;
  readonly pointed: string;
  readonly pointedWidth: number;
  /** Drawn under a ring, so that it stands out from dark and light fills alike. */
  readonly casing: string;
}

/** What is the same in every scene of a map. */
export interface Look {
  readonly fonts: readonly string[];
  readonly ink: Ink;
}

/** What only some scenes need; a layer for everything would cost every scene its time. */
export interface Needs {
  /** Patterns by name, each with its image. */
  readonly patterns: ReadonlyMap<PatternName, string>;
  readonly dashed: boolean;
}

/** A length at zoom 0 that doubles with every zoom, as the shapes do. */
function growing(length: ExpressionSpecification | number): ExpressionSpecification {
  return ['interpolate', ['exponential', 2], ['zoom'], 0, length, 24, ['*', length, 2 ** 24]];
}

/** Text beyond this size is no easier to read, and maplibre packs sizes into 16 bits. */
const largestText = 120;
const textSize: ExpressionSpecification = [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  ...Array.from({ length: 25 }, (_, zoom) => [zoom, ['min', largestText, ['*', ['get', 'size'], 2 ** zoom]]]).flat(),
] as unknown as ExpressionSpecification;

/** A value of {@link PaintState}: what the area was last told, else what it came with. */
const state = (name: keyof PaintState): ExpressionSpecification => ['coalesce', ['feature-state', name], ['get', name]];
const stateColor = (name: keyof PaintState): ExpressionSpecification => ['to-color', state(name), clear];
const stateLength = (name: keyof PaintState): ExpressionSpecification => ['number', state(name), 0];

/**
 * A style that asks the network for nothing: no sprite, no glyphs, every source filled from memory.
 *
 * Without a `glyphs` address maplibre draws all text itself, with the first fonts of `text-font` the machine has.
 */
export function buildStyle({
  tileZoom,
  manyAreas,
  ground,
  look,
  needs,
}: {
  readonly tileZoom: number;
  readonly manyAreas: boolean;
  readonly ground: string;
  readonly look: Look;
  readonly needs: Needs;
}): Style {
  const geojson = {
    type: 'geojson' as const,
    maxzoom: tileZoom,
    // enough for the widest stroke; what is left out of tiles is not drawn twice
    buffer: 16,
    // small scenes keep every vertex; in large ones a quarter of a pixel is under what anyone sees
    tolerance: manyAreas ? 0.25 : 0,
  };
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: Object.fromEntries(Object.values(sources).map((id) => [id, { ...geojson, data: noFeatures }])),
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': ground } },
      { id: areaFillLayer, type: 'fill', source: sources.areas, paint: { 'fill-color': stateColor('fill') } },
      ...[...needs.patterns].map(([name, image]) => buildPatternLayer(name, image)),
      buildAreaLine(areaLine, 'solid'),
      ...(needs.dashed ? [buildAreaLine(areaDash, 'dashed')] : []),
      buildLine(outline, sources.outlines, { color: look.ink.outline, width: look.ink.outlineWidth }),
      { id: 'glyph-fill', type: 'fill', source: sources.glyphs, paint: { 'fill-color': ['get', 'fill'] } },
      { id: 'glyph-line', type: 'line', source: sources.glyphs, paint: { 'line-color': ['get', 'stroke'], 'line-width': 1 } },
      buildText(sources.labels, look.fonts),
      buildText(sources.figures, look.fonts),
      ...buildRings(look.ink),
    ],
  };
}

/** Adds the layers that a scene needs and a map's style has not yet, each in its place. */
export function addMissingLayers(map: MaplibreMap, needs: Needs): void {
  for (const [name, image] of needs.patterns) {
    const id = patternLayer(name);
    if (!map.getLayer(id)) map.addLayer(buildPatternLayer(name, image), areaLine);
    else if (map.getPaintProperty(id, 'fill-pattern') !== image) map.setPaintProperty(id, 'fill-pattern', image);
  }
  if (needs.dashed && !map.getLayer(areaDash)) map.addLayer(buildAreaLine(areaDash, 'dashed'), outline);
}

/**
 * One layer for each pattern. An image cannot depend on feature state, but whether it is drawn and in which colour can:
 * the image is a distance field, which maplibre fills with `fill-color`, and areas without the pattern are dropped
 * before a single pixel of them is shaded.
 */
function buildPatternLayer(name: PatternName, image: string): Layer {
  return {
    id: patternLayer(name),
    type: 'fill',
    source: sources.areas,
    paint: {
      'fill-pattern': image,
      'fill-color': stateColor('ink'),
      'fill-opacity': ['case', ['==', state('pattern'), name], 1, 0],
      'fill-antialias': false,
    },
  };
}

function buildLine(id: string, source: string, { color, width }: { color: string; width: number }): LineLayer {
  return {
    id,
    type: 'line',
    source,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': width },
  };
}

/** Outlines of areas: each area has a width in one of the two layers, and none in the other. */
function buildAreaLine(id: string, width: 'solid' | 'dashed'): Layer {
  return {
    id,
    type: 'line',
    source: sources.areas,
    paint: {
      'line-color': stateColor('stroke'),
      'line-width': growing(stateLength(width)),
      ...(width === 'dashed' && { 'line-dasharray': dashes }),
    },
  };
}

function buildRings({ casing, ...ink }: Ink): Layer[] {
  return (['pointed', 'selected'] as const).flatMap((kind) => {
    const width = ink[`${kind}Width`];
    const wanted = { filter: ['==', ['get', 'kind'], kind] as FilterSpecification };
    return [
      { ...buildLine(`ring-${kind}-casing`, sources.rings, { color: casing, width: width + 2 }), ...wanted },
      { ...buildLine(`ring-${kind}`, sources.rings, { color: ink[kind], width }), ...wanted },
    ];
  });
}

function buildText(source: string, fonts: readonly string[]): Layer {
  return {
    id: `text-${source}`,
    type: 'symbol',
    source,
    layout: {
      'text-field': ['get', 'text'],
      'text-font': [
        'match',
        ['get', 'weight'],
        700,
        ['literal', ['Guatu bold', ...fonts]],
        600,
        ['literal', ['Guatu semibold', ...fonts]],
        ['literal', [...fonts]],
      ],
      'text-size': textSize,
      'text-anchor': ['match', ['get', 'anchor'], 'start', 'left', 'end', 'right', 'center'],
      'text-max-width': 1000,
      'text-line-height': 1.2,
      'text-padding': 0,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
      'symbol-z-order': 'source',
    },
    paint: {
      'text-color': ['to-color', ['coalesce', ['feature-state', 'color'], ['get', 'color']]],
      'text-halo-color': ['get', 'halo'],
      'text-halo-width': 1.5,
    },
  };
}
