export { messagesOf } from './messages.js';
export type { Messages } from './messages.js';
export { formatNumber, formatApart, wholePercent } from './format-number.js';
export { formatFigure, formatPair, nameUnit } from './format-figure.js';
export { writeDate, monthOf } from './format-date.js';
