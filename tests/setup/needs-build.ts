// Stands before every test file that reads built files: those of other projects run without a build.
import { existsSync } from 'node:fs';

const built = ['packages/core', 'packages/map', 'packages/cli', 'apps/portal', 'apps/embed'];

const missing = built.filter((part) => !existsSync(new URL(`../../${part}/dist`, import.meta.url)));
if (missing.length > 0) {
  throw new Error(`not built: ${missing.join(', ')}; run \`npm run build\` first, this test reads built files`);
}
