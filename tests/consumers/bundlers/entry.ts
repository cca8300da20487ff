// What a consumer writes: one import for its effect, one for a class. The settings beside it are the consumer's own.
import '@guatu/map/define/all';
import { GuatuMap } from '@guatu/map';

document.title = document.createElement('guatu-map') instanceof GuatuMap ? 'ready' : 'not registered';
