import type { DiagnosticCode } from '../diagnostic/codes.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';

/** Why a text that looks right is not, and what it probably was. */
export interface Spelling {
  readonly code: DiagnosticCode;
  readonly params: NonNullable<Diagnostic['params']>;
}

/** Blanks and characters nobody sees, which copying brings along. */
const UNSEEN = /[\s\p{Cf}\p{Cc}\u115F\u3164]/gu;
/** What a spreadsheet writes before a text that is to stay one. */
const APOSTROPHES = /^['’‘`´＇]+/;

/** What happens to texts on their way through spreadsheets, each with what undoes it. */
const ACCIDENTS: readonly (readonly [code: DiagnosticCode, undo: (text: string) => string])[] = [
  ['spelling-unseen', (text) => text.replace(UNSEEN, '')],
  ['spelling-apostrophe', (text) => text.replace(APOSTROPHES, '')],
  ['spelling-full-width', (text) => text.normalize('NFKC')],
  ['spelling-decimal', (text) => text.replace(/^(\d+)\.0+$/, '$1')],
];

/**
 * What probably happened to a text that is not accepted: the first accident of which undoing it, and those before it,
 * makes a text that is.
 *
 * @returns nothing where no accident explains it
 */
export function explainSpelling(got: string, accepts: (text: string) => boolean): Spelling | undefined {
  let text = got;
  for (const [code, undo] of ACCIDENTS) {
    const undone = undo(text);
    if (undone === text) continue;
    text = undone;
    if (text !== '' && accepts(text)) return { code, params: { got: showUnseen(got), probably: text } };
  }
  return undefined;
}

/** Most zeros a spreadsheet takes from the front of a code that anybody misses. */
const MOST_ZEROS = 6;

const SCIENTIFIC = /^(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})$/;

/** The same for codes, which also lose their zeros in front and their last digits. */
export function explainCode(
  got: string,
  accepts: (code: string) => boolean,
  codes: () => Iterable<string>,
): Spelling | undefined {
  const spelling = explainSpelling(got, accepts);
  if (spelling) return spelling;
  for (let zeros = 1; zeros <= MOST_ZEROS && /^\d+$/.test(got); zeros++) {
    const code = '0'.repeat(zeros) + got;
    if (accepts(code)) return { code: 'spelling-zeros', params: { got, probably: code } };
  }
  const [, first, rest = '', power = '0'] = SCIENTIFIC.exec(got) ?? [];
  return first === undefined
    ? undefined
    : explainScientific(got, `${first}${rest.replace(/0+$/, '')}`, Number(power) + 1, codes());
}

/** Most codes that are named where several come into question. */
const NAMED = 5;

function explainScientific(got: string, digits: string, length: number, codes: Iterable<string>): Spelling {
  const probable: string[] = [];
  for (const code of codes) {
    if (code.length !== length || !code.startsWith(digits)) continue;
    if (probable.length === NAMED) {
      probable.push('…');
      break;
    }
    probable.push(code);
  }
  if (probable.length === 0) return { code: 'spelling-scientific-code', params: { got } };
  return { code: 'spelling-scientific', params: { got, probably: probable.join(', ') } };
}

/** A text in which characters nobody sees are seen. */
function showUnseen(text: string): string {
  return text.replace(
    /[\p{Cf}\p{Cc}\u00A0\u115F\u3000\u3164]/gu,
    (unseen) => `<U+${(unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
