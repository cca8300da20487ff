import { GuatuCard } from '../components/card/card.js';
import { defineElement } from './define-element.js';

defineElement('guatu-card', GuatuCard);
