import { defineConfig } from 'vite';
import { excludeFromOptimiser, pageBuild, sourceAliases } from '../../vite.shared.js';

export default defineConfig(({ command }) => ({
  // works under any path of a county's server
  base: './',
  resolve: { alias: command === 'serve' ? sourceAliases : [] },
  optimizeDeps: { exclude: excludeFromOptimiser },
  build: pageBuild,
}));
