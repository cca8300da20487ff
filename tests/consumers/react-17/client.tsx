import '@guatu/map/define/all';
import { hydrate, render } from 'react-dom';
import { App } from './app';

const root = document.querySelector('#root');
if (root?.hasChildNodes()) hydrate(<App />, root);
else if (root) render(<App />, root);
