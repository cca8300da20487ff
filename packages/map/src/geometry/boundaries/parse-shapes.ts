import type { Roster } from '@guatu/core';
import { createBoundaryFinding } from './boundary-findings.js';
import { readShapes } from './read-shapes.js';
import type { ReadShapes, ShapeOptions } from './read-shapes.js';

/** Characters of a file that are parsed at most: memory ends at a few times as many. */
const MOST_CHARACTERS = 200_000_000;

/**
 * Reads a file of shapes from its text, as `readShapes` does from what is parsed. A text that is no JSON, or longer than
 * 200 million characters, comes back as a finding.
 *
 * @example const { shapes } = parseShapes(await file.text(), dataset.roster, { source: file.name });
 */
export function parseShapes(text: string, roster: Roster, options: ShapeOptions = {}): ReadShapes {
  const { source = 'boundaries' } = options;
  if (text.length > MOST_CHARACTERS) {
    return refuse([createBoundaryFinding('boundary-too-long', source, { got: text.length, limit: MOST_CHARACTERS })]);
  }
  try {
    return readShapes(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown, roster, options);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse([createBoundaryFinding('boundary-json', source, { reason: error.message })]);
  }
}

function refuse(diagnostics: ReadShapes['diagnostics']): ReadShapes {
  const join = { byCode: 0, byName: 0, ambiguous: [], leftOver: [], withoutShape: [] };
  return {
    shapes: { places: new Map() },
    join,
    diagnostics,
    missing: () => ({ codes: [], diagnostics: [] }),
    check: () => [],
  };
}
