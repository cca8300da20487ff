import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type * as Core from '@guatu/core';
import type * as BoardFile from '@guatu/core/board-file';
import type { Plugin } from 'vite';

const folder = new URL('../../fixtures/yongchang/', import.meta.url);

/** What the board is packed from, beside the page under `data/` for whoever wants to look it up. */
const files = ['plan.json', 'areas.csv', 'observations.csv', 'registers.csv', 'events.csv', 'links.csv'];

/** What the page opens. */
const BOARD = 'board.guatu';

const mediaTypes: Readonly<Record<string, string>> = { json: 'application/json', csv: 'text/csv; charset=utf-8' };

/** Puts the county's files beside the page, and the board packed from them: as they are on disk while developing, as copies in a build. */
export function countyData(): Plugin {
  return {
    name: 'county-data',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = request.url?.replace(/[?#].*$/s, '') ?? '';
        if (path.endsWith(`/data/${BOARD}`)) {
          packCounty((name) => server.ssrLoadModule(name)).then((bytes) => response.end(bytes), next);
          return;
        }
        const file = files.find((name) => path.endsWith(`/data/${name}`));
        const source = file && fileURLToPath(new URL(file, folder));
        if (!file || !source || !existsSync(source)) {
          next();
          return;
        }
        response.setHeader('Content-Type', mediaTypes[file.split('.').at(-1) ?? ''] ?? 'text/plain');
        createReadStream(source).pipe(response);
      });
    },
    async generateBundle() {
      for (const file of files) {
        this.emitFile({ type: 'asset', fileName: `data/${file}`, source: readFileSync(new URL(file, folder)) });
      }
      const board = await packCounty((name) => import(/* @vite-ignore */ name));
      this.emitFile({ type: 'asset', fileName: `data/${BOARD}`, source: board });
    },
  };
}

type Load = (name: string) => Promise<unknown>;

/** What `guatu pack` writes, of the packages as they are built, or of their sources while developing. */
async function packCounty(load: Load): Promise<Uint8Array> {
  const { parsePlan, readDataset } = (await load('@guatu/core')) as typeof Core;
  const { packBoard } = (await load('@guatu/core/board-file')) as typeof BoardFile;
  const read = (name: string) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') });
  const { plan, diagnostics: planDiagnostics } = parsePlan(read('plan.json').text, { source: 'plan.json' });
  if (!plan)
    throw new Error('plan.json is no plan: guatu check fixtures/yongchang/plan.json --data fixtures/yongchang');
  const dataset = readDataset(plan, {
    areas: read('areas.csv'),
    observations: read('observations.csv'),
    registers: read('registers.csv'),
    events: read('events.csv'),
    links: read('links.csv'),
  });
  return gzipSync(packBoard({ plan, planDiagnostics, dataset }), { level: 9 });
}
