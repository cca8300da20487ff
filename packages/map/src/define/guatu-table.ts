import { GuatuTable } from '../components/table/table.js';
import { defineElement } from './define-element.js';

defineElement('guatu-table', GuatuTable);
