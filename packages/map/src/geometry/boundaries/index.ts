export { describeBoundaryFinding } from './boundary-findings.js';
export { isAboutMissing } from './list-missing.js';
export { parseShapes } from './parse-shapes.js';
export { readShapes } from './read-shapes.js';
export { readTiled } from './read-tiled.js';
