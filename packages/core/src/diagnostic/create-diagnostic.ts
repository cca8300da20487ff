import type { Locale } from '../text/text.js';
import type { Diagnostic } from './diagnostic.js';
import type { DiagnosticCode } from './codes.js';
import { DIAGNOSTICS } from './codes.js';

/** Makes a finding of a listed code; its message is the English sentence with the place before it. */
export function createDiagnostic(code: DiagnosticCode, path: string, params?: Diagnostic['params']): Diagnostic {
  const { severity, en } = DIAGNOSTICS[code];
  const message = `${path}: ${fill(en, params)}`;
  return params === undefined ? { code, severity, path, message } : { code, severity, path, message, params };
}

/**
 * The sentence of a finding in a language, with the place before it.
 *
 * A finding of a code that is not listed answers its own message.
 *
 * @example describeDiagnostic(finding, 'zh') // 'observations.csv:14 value：应为数字或留空，实为“3-5个左右”'
 */
export function describeDiagnostic(diagnostic: Diagnostic, locale: Locale): string {
  const { code, path, message, params } = diagnostic;
  if (!Object.hasOwn(DIAGNOSTICS, code)) return message;
  const sentence = fill(DIAGNOSTICS[code as DiagnosticCode][locale], params);
  return locale === 'zh' ? `${path}：${sentence}` : `${path}: ${sentence}`;
}

function fill(template: string, params: Diagnostic['params'] = {}): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? shorten(String(params[name])) : place,
  );
}

/** Values are quoted from files: one line, of a length that can be read. */
function shorten(value: string): string {
  const line = value.slice(0, 1000).replace(/\s+/g, ' ');
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
