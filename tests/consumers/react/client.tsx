import '@guatu/map/define/all';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app';
import { ServedApp } from './served-app';

const root = document.querySelector('#root');
if (root?.hasChildNodes()) hydrateRoot(root, <ServedApp />);
else if (root) createRoot(root).render(<App />);
