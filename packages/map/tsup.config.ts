import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'tsup';

const defineFolder = fileURLToPath(new URL('src/define/', import.meta.url));
const defineEntries = readdirSync(defineFolder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => `src/define/${name}`);

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/scene/index.ts',
    'src/renderers/svg/index.ts',
    'src/fictional/index.ts',
    ...defineEntries,
  ],
  outBase: 'src',
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  dts: false,
  sourcemap: false,
  clean: true,
  silent: true,
});
