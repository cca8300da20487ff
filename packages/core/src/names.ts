// What areas, lights and verdicts are called, and how numbers and dates are written: as much of `words` as a page needs
// before it has figures to speak of. A bundler brings an entry whole.
export { areaNoun, nounFor } from './area/area-noun.js';
export { nameLight } from './describe/light-names.js';
export { verdictsIn } from './describe/verdict-texts.js';
export { formatNumber, formatPercent } from './words/format-number.js';
export { MONTHS, writeDate } from './words/write-date.js';
