export { renderSvg } from './svg-string.js';
export type { SvgOptions } from './svg-string.js';
