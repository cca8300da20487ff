import { describe, expect, it } from 'vitest';
import { generate } from '../../fixtures/yongchang/generate.mjs';
import { plan, readFixture } from './fixture.js';

const files = ['observations.csv', 'registers.csv', 'events.csv', 'links.csv'] as const;
const rowsOf = (name: string) =>
  readFixture(name)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));

describe('illustrative reports', () => {
  it('are what the generator writes, to the byte', () => {
    const written = generate();
    expect(Object.keys(written).sort()).toEqual([...files].sort());
    for (const name of files) expect(written[name] === readFixture(name), name).toBe(true);
    expect(generate()).toEqual(written);
  });

  it('say on every row that they are illustrative', () => {
    for (const row of rowsOf('observations.csv')) expect(row[8]).toBe('示例数据');
    for (const row of rowsOf('registers.csv')) expect(row[6]).toContain('source=示例数据');
    for (const row of rowsOf('events.csv')) expect(row[5]).toBe('示例数据');
    for (const row of rowsOf('links.csv')) expect(row[0]).toMatch(/^示例/);
    expect(plan.illustrative?.zh).toContain('示例数据');
  });

  it('name indicators of the plan and areas of the roster', () => {
    const indicators = new Set(plan.indicators.map(({ id }) => id));
    const areas = new Set(rowsOf('areas.csv').map(([code]) => code));
    for (const [indicator = '', area = ''] of rowsOf('observations.csv')) {
      expect(indicators.has(indicator) && areas.has(area), `${indicator} ${area}`).toBe(true);
    }
    for (const [register = '', id = '', area = ''] of rowsOf('registers.csv')) {
      expect(areas.has(area), `${register} ${id}`).toBe(true);
    }
    for (const [, id = '', subject = ''] of rowsOf('events.csv')) expect(areas.has(subject), id).toBe(true);
    for (const [actor = '', , area = ''] of rowsOf('links.csv')) expect(areas.has(area), actor).toBe(true);
  });

  it('stay small enough to be fetched with a page', () => {
    expect(readFixture('observations.csv').length).toBeLessThan(1_500_000);
  });

  it('hold late, blank, missing, corrected and zero reports', () => {
    const rows = rowsOf('observations.csv');
    const toilets = rows.filter(([indicator]) => indicator === 'sanitary-toilets');
    expect(toilets.some(([, , , , numerator]) => numerator === '0')).toBe(true);
    const cells = new Set(toilets.map(([, area, period]) => `${area} ${period}`));
    expect(cells.size).toBeLessThan(112 * 7);
    for (const note of ['迟报', '未报', '更正'])
      expect(
        rows.some((row) => row[9] === note),
        note,
      ).toBe(true);
  });
});
