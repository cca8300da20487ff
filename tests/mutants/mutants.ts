import { comparisonMutants } from './comparison-mutants.js';
import { drawingMutants } from './drawing-mutants.js';
import { missingMutants } from './missing-mutants.js';
import type { Mutant } from './mutant.js';
import { registerMutants } from './register-mutants.js';
import { reportMutants } from './report-mutants.js';
import { rollUpMutants } from './roll-up-mutants.js';
import { scheduleMutants } from './schedule-mutants.js';

/** All mutants, by what they get wrong. */
export const mutants: Readonly<Record<string, readonly Mutant[]>> = {
  comparing: comparisonMutants,
  'missing and zero': missingMutants,
  'rolling up': rollUpMutants,
  'schedules and flows': scheduleMutants,
  drawing: drawingMutants,
  'registers and events': registerMutants,
  reports: reportMutants,
};
