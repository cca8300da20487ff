export { AreaPointEvent } from './area-point-event.js';
export { AreaSelectEvent } from './area-select-event.js';
export { AsOfChangeEvent } from './as-of-change-event.js';
export { CompareChangeEvent } from './compare-change-event.js';
export { DiagnosticEvent } from './diagnostic-event.js';
export { DrawEvent } from './draw-event.js';
export { FilterChangeEvent } from './filter-change-event.js';
export { TargetSelectEvent } from './target-select-event.js';
