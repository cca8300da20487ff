import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BOUNDARY_FINDINGS, createBoundaryFinding, describeBoundaryFinding } from './boundary-findings.js';

const documented = readFileSync(new URL('../../../../../docs/diagnostics-boundaries.md', import.meta.url), 'utf8');

describe('findings about boundaries', () => {
  it.each(Object.entries(BOUNDARY_FINDINGS))(
    '%s is documented in both languages, with the same placeholders',
    (code, { severity, zh, en }) => {
      expect(documented).toContain(`| \`${code}\` | ${severity} | ${zh} | ${en} |`);
      const holes = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
      expect(holes(zh)).toEqual(holes(en));
    },
  );

  it('are said in a language with their place, on one line', () => {
    const finding = createBoundaryFinding('boundary-unmatched', 'b.json features[2]', { area: 'x\ny', code: '' });
    expect(finding.message).toBe('b.json features[2]: no area of the roster fits "x y", so the shape is left out');
    expect(describeBoundaryFinding(finding, 'zh')).toBe('b.json features[2]：名册中没有“x y”，图形未采用');
    expect(describeBoundaryFinding({ ...finding, code: 'plan-json' }, 'zh')).toBeUndefined();
  });
});
