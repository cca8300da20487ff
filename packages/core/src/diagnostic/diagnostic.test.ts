import { describe, expect, test } from 'vitest';
import { DIAGNOSTICS } from './codes.js';
import type { DiagnosticCode } from './codes.js';
import type { DiagnosticKind } from './diagnostic.js';
import { createDiagnostic, describeDiagnostic } from './create-diagnostic.js';
import { DiagnosticList, MAX_LISTED } from './diagnostic-list.js';

const all = Object.entries<DiagnosticKind>(DIAGNOSTICS);
const placeholders = (template: string): readonly string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('codes', () => {
  test.each(all)('%s says the same in both languages', (code, { zh, en }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
    expect(placeholders(zh)).toEqual(placeholders(en));
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).not.toMatch(/[\u4e00-\u9fff，。：]/);
    expect(en.charAt(0)).toBe(en.charAt(0).toLowerCase());
  });

  test('are documented', async () => {
    // After a change of the codes: npx vitest run --project node packages/core/src/diagnostic -u
    const rows = all
      .slice()
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { severity, zh, en }]) => `| \`${code}\` | ${severity} | ${zh} | ${en} |`);
    const page = [
      '# Findings about input',
      '',
      'Every finding about a plan or its data has a code, a severity, the place it was found at, and a sentence in both',
      'languages. An `error` keeps a row, a target or a section out of the evaluation; a `warning` and an `info` do not.',
      'Generated from `packages/core/src/diagnostic`.',
      '',
      '| code | severity | 中文 | English |',
      '|---|---|---|---|',
      ...rows,
      '',
    ].join('\n');
    await expect(page).toMatchFileSnapshot('../../../../docs/diagnostics.md');
  });
});

describe('describeDiagnostic', () => {
  const finding = createDiagnostic('value-not-a-number', 'observations.csv:14 value', { got: '3-5个左右' });

  test('names place and value in both languages', () => {
    expect(finding).toEqual({
      code: 'value-not-a-number',
      severity: 'error',
      path: 'observations.csv:14 value',
      message: 'observations.csv:14 value: expected a number or a blank, got "3-5个左右"',
      params: { got: '3-5个左右' },
    });
    expect(describeDiagnostic(finding, 'en')).toBe(finding.message);
    expect(describeDiagnostic(finding, 'zh')).toBe('observations.csv:14 value：应为数字或留空，实为“3-5个左右”');
  });

  test('keeps values on one line, and short enough to read', () => {
    const { message } = createDiagnostic('value-not-a-number', 'a', { got: `x\n${'y'.repeat(500)}` });
    expect(message).not.toContain('\n');
    expect(message.length).toBeLessThan(260);
  });

  test('a code of somebody else answers its own message', () => {
    const other = { code: 'toString', severity: 'error', path: 'a', message: 'a: own words' } as const;
    expect(describeDiagnostic(other, 'zh')).toBe('a: own words');
  });

  test('a value with braces is no placeholder', () => {
    const params = { got: '{got}', constructor: 'x' };
    expect(createDiagnostic('value-not-a-number', 'a', params).message).toBe(
      'a: expected a number or a blank, got "{got}"',
    );
  });
});

describe('DiagnosticList', () => {
  test('counts what it does not list, by code and file', () => {
    const list = new DiagnosticList();
    for (let line = 1; line <= MAX_LISTED + 3; line++) list.add('row-date', `a b.csv:${line} from`, { got: '' });
    list.add('row-date', 'c.csv:1 from', { got: '' });
    list.add('row-area-unknown' satisfies DiagnosticCode, 'a b.csv:1 area', { got: '' });
    const found = list.list();
    expect(found).toHaveLength(MAX_LISTED + 3);
    expect(found.at(-1)?.params).toEqual({ code: 'row-date', count: 3 });
  });
});
