import { defineConfig } from 'vite';
import { excludeFromOptimiser, pageBuild, sourceAliases } from '../../vite.shared.js';
import { countyData } from './county-data.js';
import { preloadReaders } from './preload-readers.js';

export default defineConfig(({ command }) => ({
  // works under any path of a county's server
  base: './',
  plugins: [countyData(), preloadReaders()],
  resolve: { alias: command === 'serve' ? sourceAliases : [] },
  optimizeDeps: { exclude: excludeFromOptimiser },
  build: pageBuild,
}));
