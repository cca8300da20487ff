import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { BoundaryFindings } from './boundary-findings.js';
import { describeValue, isRecord } from './describe-value.js';

/** How much of a file is read. */
export interface Limits {
  readonly features: number;
  readonly positions: number;
}

/**
 * The features of a GeoJSON collection, feature or geometry, or of all objects of a TopoJSON topology.
 *
 * @returns nothing, and the reason as a finding, for anything else and for more than the limits allow
 */
export function listFeatures(input: unknown, limits: Limits, found: BoundaryFindings): readonly unknown[] {
  const features =
    isRecord(input) && input['type'] === 'Topology' ? readTopology(input, limits, found) : readCollection(input, found);
  if (features.length <= limits.features) return features;
  found.add('boundary-too-many-features', '', { got: features.length, limit: limits.features });
  return [];
}

function readCollection(input: unknown, found: BoundaryFindings): readonly unknown[] {
  const features = isRecord(input) ? collect(input) : undefined;
  if (!features) found.add('boundary-not-geojson', '', { got: describeValue(input) });
  else if (features.length === 0) found.add('boundary-empty-collection', '');
  return features ?? [];
}

function collect(input: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  const { type, features, geometries } = input;
  if (type === 'FeatureCollection') return Array.isArray(features) ? features : undefined;
  if (type === 'Feature') return [input];
  return 'coordinates' in input || Array.isArray(geometries)
    ? [{ type: 'Feature', properties: {}, geometry: input }]
    : undefined;
}

/** What the library reads is checked first: it follows arcs without looking. */
function readTopology(
  input: Readonly<Record<string, unknown>>,
  limits: Limits,
  found: BoundaryFindings,
): readonly unknown[] {
  const { arcs, objects } = input;
  if (!Array.isArray(arcs)) {
    found.add('boundary-topojson', '', { reason: `arcs: ${describeValue(arcs)}` });
    return [];
  }
  const lengths = arcs.map((arc: unknown) => (Array.isArray(arc) ? arc.length : 0));
  const listed = isRecord(objects) ? Object.values(objects) : [];
  if (listed.length === 0) {
    found.add('boundary-empty-collection', '');
    return [];
  }
  // shapes may share an arc, so the arcs' own length says nothing of how much comes out
  const positions = listed.reduce((sum: number, object) => sum + countPositions(object, lengths, 0), 0);
  if (positions > limits.positions) {
    found.add('boundary-too-many-positions', '', { limit: limits.positions });
    return [];
  }
  try {
    const topology = input as unknown as Topology;
    const features = Object.values(topology.objects).flatMap((object): unknown[] => {
      const read: unknown = feature(topology, object);
      return isRecord(read) && Array.isArray(read['features']) ? read['features'] : [read];
    });
    if (features.length === 0) found.add('boundary-empty-collection', '');
    return features;
  } catch (error) {
    found.add('boundary-topojson', '', { reason: error instanceof Error ? error.message : String(error) });
    return [];
  }
}

/** Positions that an object's arcs unfold into. */
function countPositions(part: unknown, lengths: readonly number[], depth: number): number {
  if (typeof part === 'number') return lengths[part < 0 ? ~part : part] ?? 0;
  if (depth > 12) return Number.POSITIVE_INFINITY;
  const parts: unknown = isRecord(part) ? (part['geometries'] ?? part['arcs'] ?? []) : part;
  if (!Array.isArray(parts)) return 0;
  return parts.reduce((sum: number, inner: unknown) => sum + countPositions(inner, lengths, depth + 1), 0);
}
