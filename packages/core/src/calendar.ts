// Dates and periods alone, for pages that load the rest of the package later.
export { formatDate, parseDate, parsePeriod } from './period/period.js';
export { partOfYear } from './period/own-year.js';
export type { OwnYears, YearPart, YearStart } from './period/own-year.js';
export { yearsOf } from './plan/plan-years.js';
export type { Day, Period, PeriodKind } from './period/period.js';
