export { fictionalCounty } from './fictional-county.js';
export type { FictionalBoundaries, FictionalCounty, FictionalFeature, FictionalOptions } from './fictional-county.js';
