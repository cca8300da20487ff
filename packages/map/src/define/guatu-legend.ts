import { GuatuLegend } from '../components/legend/legend.js';
import { defineElement } from './define-element.js';

defineElement('guatu-legend', GuatuLegend);
