import { GuatuMap } from '../components/map/map.js';
import { defineElement } from './define-element.js';

defineElement('guatu-map', GuatuMap);
