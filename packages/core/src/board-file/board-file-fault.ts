import type { DiagnosticCode } from '../diagnostic/codes.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';

/** Why a board file is not opened; it never leaves this room. */
export class BoardFileFault extends Error {
  readonly code: DiagnosticCode;
  readonly params: Diagnostic['params'];

  constructor(code: DiagnosticCode, params?: Diagnostic['params']) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** A part of the file that is not as it must be, by its place in the header. */
export function contentFault(part: string): BoardFileFault {
  return new BoardFileFault('board-file-content', { part });
}
