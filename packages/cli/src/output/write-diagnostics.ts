import { describeDiagnostic } from '@guatu/core';
import type { Diagnostic, Locale, Severity, Text } from '@guatu/core';
import { describeBoundaryFinding } from '@guatu/map/scene';
import { cleanText } from './clean-text.js';
import { remark } from './terminal.js';
import type { Terminal } from './terminal.js';

/** How bad a finding is, in a word. */
export const SEVERITIES: Readonly<Record<Severity, Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

/** One finding as a line: how bad it is, where, and what. */
export function writeDiagnostic(diagnostic: Diagnostic, locale: Locale): string {
  const described = describeBoundaryFinding(diagnostic, locale) ?? describeDiagnostic(diagnostic, locale);
  const placed = described.startsWith(diagnostic.path) ? described : `${diagnostic.path}: ${described}`;
  return `${SEVERITIES[diagnostic.severity][locale]}  ${cleanText(placed)}`;
}

/** How many findings of each kind there are; says so when there are none. */
export function summariseDiagnostics(diagnostics: readonly Diagnostic[]): Text {
  const counts = (['error', 'warning', 'info'] as const).map((severity) => ({
    severity,
    count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
  }));
  const some = counts.filter(({ count }) => count > 0);
  if (some.length === 0) return { zh: '没有发现问题', en: 'nothing was found wrong' };
  return {
    zh: some.map(({ severity, count }) => `${SEVERITIES[severity].zh} ${count} 条`).join(','),
    en: some
      .map(
        ({ severity, count }) => `${count} ${SEVERITIES[severity].en}${count === 1 || severity === 'info' ? '' : 's'}`,
      )
      .join(', '),
  };
}

/** Says on the side how many findings there are, where one is an error, and how to see them. */
export function tellErrors(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  if (!hasErrors(diagnostics)) return;
  const { zh, en } = summariseDiagnostics(diagnostics);
  remark(terminal, { zh: `${zh}；详情请运行 guatu check`, en: `${en}; guatu check lists them` });
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
