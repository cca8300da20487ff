export type * from './diagnostic/diagnostic.js';
export type * from './text/text.js';
export type * from './plan/plan.js';
export type * from './area/area.js';
export type * from './observation/dataset.js';
export type * from './result/evaluation.js';
export type * from './result/domain-attainment.js';
export type * from './result/result.js';
export { OWING } from './result/owing.js';
export { VERDICTS } from './result/result.js';
export { parseDate, formatDate, parsePeriod } from './period/period.js';
export type { Day, IsoDate, Period, PeriodKind, PeriodText } from './period/period.js';
export { evaluate } from './evaluate/evaluate.js';
export { countRefused } from './expand/count-refused.js';
export { describeCriterion } from './criterion/index.js';
export { describeSchedule } from './expand/explain.js';
export { describeVerdict } from './describe/verdict-texts.js';
export { lightOf } from './expand/expected-line.js';
export { measureProgress } from './progress/measure-progress.js';
export { describeProgress, PROGRESS_METHODS } from './progress/progress-method.js';
export type {
  ProgressAnswer,
  ProgressClass,
  ProgressInput,
  ProgressMethod,
  ProgressStep,
} from './progress/progress-method.js';
export { parsePlan } from './plan-reader/parse-plan.js';
export type { ParsedPlan, ParsePlanOptions } from './plan-reader/parse-plan.js';
export { definePlan, findTarget } from './plan-reader/define-plan.js';
export type {
  CheckedPlan,
  CompletePlan,
  NoSuch,
  PlanDomainId,
  PlanIndicatorId,
  PlanInput,
  PlanTarget,
  PlanTargetId,
} from './plan-reader/define-plan.js';
export { parseAreas } from './area/parse-areas.js';
export type { ParsedAreas } from './area/parse-areas.js';
export { createRoster } from './area/create-roster.js';
export { readDataset } from './observation/read-dataset.js';
export type { DatasetFiles, SourceFiles } from './observation/read-dataset.js';
export { CELL } from './observation/dataset.js';
export { createObservations } from './observation/create-observations.js';
export type { CreatedObservations } from './observation/create-observations.js';
export type { ObservationColumn } from './observation/column-draft.js';
export { createDataset } from './observation/create-dataset.js';
export type { DatasetParts } from './observation/create-dataset.js';
export { applyObservation } from './observation/apply-observation.js';
export type { AppliedObservation, CellState, ObservationRow } from './observation/apply-observation.js';
export type { SourceFile, SourceRows, SourceText } from './csv/source-file.js';
export { writeCsvRow } from './csv/write-csv.js';
export type { CsvCell } from './csv/write-csv.js';
export { describeDiagnostic } from './diagnostic/create-diagnostic.js';
export { DIAGNOSTICS } from './diagnostic/codes.js';
export type { DiagnosticCode } from './diagnostic/codes.js';
export { findUnit, parseUnit } from './quantity/unit.js';
export type { DimensionOf, Unit, UnitName, UnitOf } from './quantity/unit.js';
export { formatDecimal, parseDecimal } from './quantity/decimal.js';
export type { Decimal } from './quantity/decimal.js';
export { formatIn, fromBase, toBase } from './quantity/convert.js';
export {
  addQuantities,
  compareQuantities,
  convertQuantity,
  formatQuantity,
  quantity,
  subtractQuantities,
} from './quantity/quantity.js';
export type { Quantity, UnitLike } from './quantity/quantity.js';
export { listWindows } from './plan/plan-years.js';
export { cohortYear, readPeriod } from './period/read-period.js';
export { partOfYear } from './period/own-year.js';
export type { OwnYears, YearPart, YearStart } from './period/own-year.js';
export { declaredYears, yearsOf } from './plan/plan-years.js';
export { listProblems } from './ledger/list-problems.js';
export type { ListProblemsOptions, ProblemLedger } from './ledger/list-problems.js';
export { describeProblem, PROBLEM_STATES } from './ledger/problem-item.js';
export type { DueSource, ProblemItem, ProblemState } from './ledger/problem-item.js';
export { findActorsWithoutLinks, findResponsible, findSharedPlaces } from './assignment/assignments.js';
export type { IncompleteActor, Responsibility, SharedPlace } from './assignment/assignments.js';
export { rankAreas, rankHalfYears } from './ranking/rank-areas.js';
export type { RankHalfYearsOptions } from './ranking/rank-areas.js';
export { attainDomain } from './domain/domain-attainment.js';
export { listHalfYearEnds } from './ranking/ranking-rounds.js';
export type * from './ranking/ranking.js';
