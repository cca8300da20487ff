import { GuatuTargets } from '../components/targets/targets.js';
import { defineElement } from './define-element.js';

defineElement('guatu-targets', GuatuTargets);
