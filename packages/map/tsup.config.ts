import { defineConfig } from 'tsup';
import { buildCdn } from './build-cdn.js';

export default defineConfig({
  // One file for each source. In bundles that share chunks the registrations end up in a chunk, which `sideEffects`
  // does not name, and a consumer's bundler drops them without a word.
  entry: ['src/**/*.ts', '!src/**/*.{test,bench}.ts', '!src/**/testing/**', '!src/cdn/**'],
  bundle: false,
  outDir: 'dist',
  format: 'esm',
  target: 'es2022',
  dts: false,
  sourcemap: false,
  silent: true,
  onSuccess: buildCdn,
});
