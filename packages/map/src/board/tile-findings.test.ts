import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeFault, describeFinding } from './findings.js';

const documented = readFileSync(new URL('../../../../docs/diagnostics-boundaries.md', import.meta.url), 'utf8');

test.each([
  'tiles-not-pmtiles',
  'tiles-not-vector',
  'tiles-no-layer',
  'tiles-no-overview',
  'tiles-no-ranges',
  'tiles-truncated',
  'tiles-broken',
])('%s is said in both languages as it is documented', (code) => {
  const finding = describeFault('areas.pmtiles', { code, params: {} });
  expect(finding).toMatchObject({ code, severity: 'error', path: 'areas.pmtiles' });
  for (const locale of ['zh', 'en'] as const) {
    const sentence = describeFinding(finding, locale)?.replace(/^areas\.pmtiles[：:] ?/, '') ?? 'nothing';
    expect(documented).toContain(`| ${sentence} |`);
  }
});

test('what an archive says of itself stands in the sentence', () => {
  const missing = describeFault('areas.pmtiles', { code: 'tiles-truncated', params: { needed: 9000, got: 120 } });
  expect(missing.message).toContain('areas.pmtiles: is cut short: 9000 bytes are needed, there are 120');
  const ranges = describeFault('areas.pmtiles', { code: 'tiles-no-ranges', params: { megabytes: 120 } });
  expect(describeFinding(ranges, 'zh')).toContain('整个文件有 120 MB，未下载');
});

test('an error of another kind is told as one of the tiles, with its words', () => {
  expect(describeFault('areas.pmtiles', new Error('worker gone'))).toMatchObject({
    code: 'tiles-broken',
    params: { reason: 'worker gone' },
  });
  expect(describeFault('areas.pmtiles', { code: 'constructor' })).toMatchObject({ code: 'tiles-broken' });
});
