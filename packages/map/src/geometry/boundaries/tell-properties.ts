import type { BoundaryFindings } from './boundary-findings.js';
import type { Boundary, Counts } from './read-feature.js';

/**
 * Tells once for a file which properties its shapes have, and which were looked at: where none of them fits an area, or
 * none has the property that was named.
 *
 * @param fits how many of them fit an area
 */
export function tellProperties(
  boundaries: readonly Pick<Boundary, 'code' | 'name'>[],
  {
    counts: { keys, ids, named, properties },
    fits,
    found,
  }: { readonly counts: Counts; readonly fits: number; readonly found: BoundaryFindings },
): void {
  if (boundaries.length === 0) return;
  const missed = named.some((part) => boundaries.every((boundary) => boundary[part] === ''));
  if (fits > 0 && !missed) return;
  const expected = [...keys.code, ...(ids ? ['id'] : []), ...keys.name].join(', ');
  found.add('boundary-properties', '', { count: boundaries.length, expected, got: [...properties].join(', ') || '–' });
}
