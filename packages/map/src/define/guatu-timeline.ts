import { GuatuTimeline } from '../components/timeline/timeline.js';
import { defineElement } from './define-element.js';

defineElement('guatu-timeline', GuatuTimeline);
