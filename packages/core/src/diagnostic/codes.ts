import { AREA_DIAGNOSTICS, FILE_DIAGNOSTICS, ROW_DIAGNOSTICS } from './data-codes.js';
import { BOARD_FILE_DIAGNOSTICS } from './board-file-codes.js';
import type { DiagnosticKind } from './diagnostic.js';
import { EVALUATION_DIAGNOSTICS } from './evaluation-codes.js';
import { PLAN_DIAGNOSTICS } from './plan-codes.js';

/** Every finding about input, by its code. */
export const DIAGNOSTICS = {
  'more-findings': {
    severity: 'info',
    zh: '同类问题（{code}）另有 {count} 处，未逐一列出',
    en: '{count} more findings of the kind {code} are not listed one by one',
  },
  ...FILE_DIAGNOSTICS,
  ...BOARD_FILE_DIAGNOSTICS,
  ...AREA_DIAGNOSTICS,
  ...ROW_DIAGNOSTICS,
  ...PLAN_DIAGNOSTICS,
  ...EVALUATION_DIAGNOSTICS,
} as const satisfies Readonly<Record<string, DiagnosticKind>>;

export type DiagnosticCode = keyof typeof DIAGNOSTICS;
