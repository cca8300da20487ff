import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSiteServer, listen } from './serve.mjs';

/** 11 bytes for each of 1,000 villages. */
const COUNTY = 'village,36\n'.repeat(1000);

let folder = '';
let server: Server;
let port = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  const files = {
    'secret.txt': 'outside',
    'portal/index.html': '<p>county</p>',
    'portal/empty.json': '',
    'portal/tiles.pmtiles': '0123456789',
    'portal/assets/app.js': 'export {};',
    'portal/worker.mjs': 'export {};',
    'portal/county.csv': COUNTY,
    'portal/county.pmtiles': COUNTY,
    'portal/镇.csv': 'a,b',
    'portal/.hidden': 'no',
    'embed/index.html': '<p>embedded</p>',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  server = createSiteServer({ '/': join(folder, 'portal'), '/embed/': join(folder, 'embed') });
  port = Number(new URL(await listen(server, 0)).port);
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks with the path exactly as given: `fetch` would tidy it up first. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (data: string) => (text += data));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    asked.on('error', reject).end();
  });
}

describe('what is served', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', '<p>county</p>'],
    ['/?asOf=2021-06-30', 'text/html; charset=utf-8', '<p>county</p>'],
    ['/embed/', 'text/html; charset=utf-8', '<p>embedded</p>'],
    ['/assets/app.js', 'text/javascript; charset=utf-8', 'export {};'],
    ['/worker.mjs', 'text/javascript; charset=utf-8', 'export {};'],
    ['/tiles.pmtiles', 'application/vnd.pmtiles', '0123456789'],
    ['/%E9%95%87.csv', 'text/csv; charset=utf-8', 'a,b'],
    ['/empty.json', 'application/json; charset=utf-8', ''],
  ])('%s', async (path, type, text) => {
    const answer = await get(path);
    expect(answer).toMatchObject({ status: 200, text });
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['content-length']).toBe(String(text.length));
  });

  test('a folder without its slash is sent on', async () => {
    expect(await get('/embed')).toMatchObject({ status: 301, headers: { location: '/embed/' } });
    expect(await get('/assets')).toMatchObject({ status: 301, headers: { location: '/assets/' } });
  });

  test('HEAD has the headers and no body', async () => {
    expect(await get('/tiles.pmtiles', {}, 'HEAD')).toMatchObject({
      status: 200,
      text: '',
      headers: { 'content-length': '10' },
    });
  });

  test('an unchanged file is not sent twice', async () => {
    const { headers } = await get('/');
    expect(await get('/', { 'If-None-Match': headers.etag ?? '' })).toMatchObject({ status: 304, text: '' });
  });
});

describe('what is not', () => {
  test.each([
    '/missing.html',
    '/../secret.txt',
    '/..%2Fsecret.txt',
    '/%2e%2e/secret.txt',
    '/embed/../../secret.txt',
    '/..%5Csecret.txt',
    '/.hidden',
    '/embed/tiles.pmtiles',
    `/${'..%2F'.repeat(20)}etc/passwd`,
  ])('%s', async (path) => {
    const answer = await get(path);
    expect(answer).toMatchObject({ status: 404, text: 'no such page\n' });
  });

  test.each(['/%E9', '/index.html%00.js'])('a malformed address: %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 400 });
  });

  test('a redirect to another host', async () => {
    expect(await get('//assets')).not.toMatchObject({ headers: { location: '//assets/' } });
  });

  test('another method', async () => {
    expect(await get('/', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});

test('every answer carries the policy', async () => {
  for (const path of ['/', '/embed/', '/missing', '/%E9']) {
    const { headers } = await get(path);
    expect(headers['content-security-policy']).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; worker-src 'self'; connect-src 'self'; base-uri 'none'; object-src 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

describe('ranges', () => {
  test.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=3-1', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['lines=0-1', 200, '0123456789', undefined],
  ])('%s', async (range, status, text, answered) => {
    const answer = await get('/tiles.pmtiles', { Range: range });
    expect(answer).toMatchObject({ status, text });
    expect(answer.headers['content-range']).toBe(answered);
  });

  test('a range of a file that has changed since gives the whole file', async () => {
    expect(await get('/tiles.pmtiles', { Range: 'bytes=0-3', 'If-Range': '"old"' })).toMatchObject({ status: 200 });
  });

  test('an empty file has no range', async () => {
    expect(await get('/empty.json', { Range: 'bytes=0-' })).toMatchObject({ status: 416 });
  });
});

describe('compressed', () => {
  const sizeOf = async (
    path: string,
    headers: Record<string, string>,
  ): Promise<readonly [string | undefined, number]> => {
    const answer = await get(path, headers);
    return [answer.headers['content-encoding'], answer.text.length];
  };

  test('text is, as the browser can read it', async () => {
    for (const encoding of ['br', 'gzip']) {
      const [sent, size] = await sizeOf('/county.csv', { 'Accept-Encoding': encoding });
      expect(sent).toBe(encoding);
      expect(size).toBeLessThan(200);
    }
    expect((await get('/county.csv', { 'Accept-Encoding': 'gzip' })).headers.vary).toBe('Accept-Encoding');
    expect(await sizeOf('/county.csv', {})).toEqual([undefined, 11_000]);
  });

  test('tiles, which are compressed in themselves, and parts of files are not', async () => {
    expect(await sizeOf('/county.pmtiles', { 'Accept-Encoding': 'gzip' })).toEqual([undefined, 11_000]);
    expect(await sizeOf('/county.csv', { 'Accept-Encoding': 'gzip', Range: 'bytes=0-4999' })).toEqual([
      undefined,
      5000,
    ]);
  });
});

test('a taken port is an error, not a second server', async () => {
  await expect(listen(createSiteServer({}), port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
