import './guatu-card.js';
import './guatu-diagnostics.js';
import './guatu-figures.js';
import './guatu-legend.js';
import './guatu-map.js';
import './guatu-table.js';
import './guatu-targets.js';
import './guatu-timeline.js';
