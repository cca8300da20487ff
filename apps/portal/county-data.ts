import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const folder = new URL('../../fixtures/yongchang/', import.meta.url);

/** What the page shows, beside it under `data/`. */
const files = ['plan.json', 'areas.csv', 'observations.csv', 'registers.csv', 'events.csv', 'links.csv'];

const mediaTypes: Readonly<Record<string, string>> = { json: 'application/json', csv: 'text/csv; charset=utf-8' };

/** Puts the county's files beside the page: as they are on disk while developing, as copies in a build. */
export function countyData(): Plugin {
  return {
    name: 'county-data',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const file = files.find((name) => request.url?.replace(/[?#].*$/s, '').endsWith(`/data/${name}`));
        const path = file && fileURLToPath(new URL(file, folder));
        if (!file || !path || !existsSync(path)) {
          next();
          return;
        }
        response.setHeader('Content-Type', mediaTypes[file.split('.').at(-1) ?? ''] ?? 'text/plain');
        createReadStream(path).pipe(response);
      });
    },
    generateBundle() {
      for (const file of files) {
        this.emitFile({ type: 'asset', fileName: `data/${file}`, source: readFileSync(new URL(file, folder)) });
      }
    },
  };
}
