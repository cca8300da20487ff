import { parseAreas, parsePlan, readDataset } from '@guatu/core';
import type { Plan } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hold } from './hold.js';
import { planOf } from './world.js';

const AREAS = { name: 'areas.csv', text: 'code,name,level,parent,kind\nC,县,county,,county\n' };
const HEADER = 'indicator,area,period,value,unit,note';

/** A line as people write it, without quotes or line breaks of its own. */
const row = fc
  .tuple(fc.integer({ min: 2016, max: 2022 }), fc.nat({ max: 99 }), fc.constantFrom('', '核实', 'a b'))
  .map(([year, value, note]) => `land,C,${year},${value},,${note}`);

/** A quote somebody typed: where fields begin and end, where it does harm, or anywhere. */
const stray = fc.record({
  line: fc.nat({ max: 39 }),
  place: fc.oneof(fc.constantFrom(-1, 0, 5, 7, 12), fc.nat({ max: 30 })),
});

function withQuotes(
  rows: readonly string[],
  strays: readonly { readonly line: number; readonly place: number }[],
): readonly string[] {
  const lines = [...rows];
  for (const { line, place } of strays) {
    const at = line % lines.length;
    const text = lines[at] ?? '';
    const cut = place < 0 ? text.length : Math.min(place, text.length);
    lines[at] = `${text.slice(0, cut)}"${text.slice(cut)}`;
  }
  return lines;
}

test('no line of a file vanishes without a finding, whatever quotes are strewn over it', () => {
  const plan = parsePlan(planOf([])).plan as Plan;
  const given = fc.tuple(
    fc.array(row, { minLength: 1, maxLength: 40 }),
    fc.array(stray, { maxLength: 4 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  );
  hold(given, 1500, ([rows, strays, end]) => {
    const text = [HEADER, ...withQuotes(rows, strays)].join(end);
    const { rowCounts, diagnostics } = readDataset(plan, { areas: AREAS, observations: { name: 'o.csv', text } });
    const counts = rowCounts.get('o.csv');
    const gone = rows.length - (counts?.rows ?? 0);
    if (gone > 0)
      expect(
        diagnostics.map(({ code }) => code).filter((code) => code.startsWith('csv-')),
        text,
      ).not.toEqual([]);
    expect(counts && counts.used + counts.missing + counts.superseded + counts.refused).toBe(counts?.rows);
  });
});

test('a note of several lines is no row', () => {
  const note = fc
    .array(fc.constantFrom('核实', '见附件', '缺 一张表', 'a b', ''), { minLength: 2, maxLength: 6 })
    .map((lines) => `"${lines.join('\n')}"`);
  hold(fc.array(note, { minLength: 1, maxLength: 20 }), 300, (notes) => {
    const rows = notes.map((text, at) => `V${at},村,village,C,villagers-committee,${text}`);
    const { diagnostics } = parseAreas({
      name: 'areas.csv',
      text: `code,name,level,parent,kind,aliases\nC,县,county,,county,\n${rows.join('\n')}`,
    });
    expect(diagnostics.filter(({ code }) => code === 'csv-rows-within-quotes')).toEqual([]);
  });
});
