import { GuatuMap } from '@guatu/map';
import { renderToString } from 'react-dom/server';
import { ServedApp } from './served-app';

// the classes can be imported where there is no page
if (typeof GuatuMap !== 'function') throw new Error('no class');
console.log(renderToString(<ServedApp />));
