export { renderSvg } from './svg-string.js';
export type { SvgOptions } from './svg-string.js';
export { renderSheet } from './sheet-string.js';
export type { SheetOptions } from './sheet-string.js';
