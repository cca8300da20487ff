import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { run } from '@guatu/cli';
import { fictionalCounty } from '@guatu/map/fictional';
import type { Fetcher } from '../../packages/map/src/archive/range-source.js';

/** The archive that `guatu tiles` makes of a fictional county. */
export async function makeArchive(
  villages: number,
): Promise<{ readonly bytes: Uint8Array; readonly county: ReturnType<typeof fictionalCounty> }> {
  const county = fictionalCounty({ villages, seed: 5 });
  const folder = mkdtempSync(join(tmpdir(), 'guatu-archive-'));
  const file = (name: string): string => join(folder, name);
  writeFileSync(file('b.geojson'), JSON.stringify(county.boundaries));
  writeFileSync(file('areas.csv'), county.areasCsv);
  const status = await run(['tiles', file('b.geojson'), '-o', file('b.pmtiles'), '--areas', file('areas.csv')], {
    stderr: new PassThrough().resume(),
  });
  if (status !== 0) throw new Error(`guatu tiles ended with ${status}`);
  return { bytes: new Uint8Array(readFileSync(file('b.pmtiles'))), county };
}

/** A server that holds one file, with or without ranges, and what was asked of it. */
export function serveFile(
  bytes: Uint8Array,
  { ranges = true }: { readonly ranges?: boolean } = {},
): { readonly fetcher: Fetcher; readonly asked: string[] } {
  const asked: string[] = [];
  const fetcher: Fetcher = (_url, { headers }) => {
    const range = new Headers(headers).get('range') ?? '';
    asked.push(range);
    const [, from = '0', to = '0'] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
    if (!ranges)
      return Promise.resolve(
        new Response(Uint8Array.from(bytes), { headers: { 'content-length': String(bytes.length) } }),
      );
    if (Number(from) >= bytes.length) return Promise.resolve(new Response(null, { status: 416 }));
    const part = Uint8Array.from(bytes.subarray(Number(from), Number(to) + 1));
    return Promise.resolve(
      new Response(part, {
        status: 206,
        headers: { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}` },
      }),
    );
  };
  return { fetcher, asked };
}
