export { BoundaryFindings } from './boundaries/boundary-findings.js';
export { convertPolygons, decideSystem } from './boundaries/coordinate-system.js';
export { Dissolver } from './boundaries/dissolve-townships.js';
export { joinBoundaries } from './boundaries/join-boundaries.js';
export { listFeatures } from './boundaries/list-features.js';
export { readFeature } from './boundaries/read-feature.js';
export type { Boundary } from './boundaries/read-feature.js';
export { findInnerPoint } from './inner-point.js';
export { boundPolygons, projectLatitude, projectLongitude, projectPolygons } from './mercator.js';
