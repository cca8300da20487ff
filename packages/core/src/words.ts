// How figures, dates and findings are written for people, in one place: explanations, pictures, elements and the command
// round alike.
export { formatApart, formatNumber, formatPercent, readShown } from './words/format-number.js';
export type { PercentOptions } from './words/format-number.js';
export { convertFactor, formatDifference, formatFigure, formatPair, nameUnit } from './words/format-figure.js';
export type { Marks } from './words/format-figure.js';
export { MONTHS, monthOf, writeDate } from './words/write-date.js';
export { writePeriod } from './words/write-period.js';
export { areaNoun, nounFor } from './area/area-noun.js';
export type { Noun } from './area/area-noun.js';
export { countedNoun, isTallied, writeCount } from './describe/counted-noun.js';
export { describeGap, describeMissing, writeFigure, writeRequired } from './describe/describe-gap.js';
export { describeRequired, prefixAsked } from './describe/describe-required.js';
export { describeExpected, describeLight } from './describe/describe-light.js';
export { nameLight } from './describe/light-names.js';
export { describeOlder } from './describe/describe-older.js';
export { describePeriods, missedPeriods } from './describe/describe-periods.js';
export { describeVerdict, verdictsIn } from './describe/verdict-texts.js';
export { criterionKind, describeCriterion } from './criterion/index.js';
export { reportingLevel, traitsOf } from './measure/index.js';
export type { MeasureTraits } from './measure/measure-kind.js';
export { writeClause } from './words/write-clause.js';
