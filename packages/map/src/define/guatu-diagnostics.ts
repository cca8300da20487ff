import { GuatuDiagnostics } from '../components/diagnostics/diagnostics.js';
import { defineElement } from './define-element.js';

defineElement('guatu-diagnostics', GuatuDiagnostics);
