import { GuatuFigures } from '../components/figures/figures.js';
import { defineElement } from './define-element.js';

defineElement('guatu-figures', GuatuFigures);
