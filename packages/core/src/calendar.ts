// Dates and periods alone, for pages that load the rest of the package later.
export { formatDate, parseDate, parsePeriod } from './period/period.js';
export type { Day, Period, PeriodKind } from './period/period.js';
