// A small server for built pages: ranges for map tiles, a strict content security policy, nothing outside its folders.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');

/** @type {Record<string, string>} */
const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pbf': 'application/x-protobuf',
  '.pdf': 'application/pdf',
  '.pmtiles': 'application/vnd.pmtiles',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.topojson': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
};

/**
 * The bytes that a Range header asks for.
 *
 * @param {string | undefined} header
 * @param {number} size of the whole file, in bytes
 * @returns {{ start: number, end: number } | 'whole' | 'unsatisfiable'} both ends inclusive; `whole` where the header is
 *   missing, malformed or asks for several ranges, as RFC 9110 §14.2 allows
 */
export function parseRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match) return 'whole';
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return 'whole';
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return 'whole';
  return start > end ? 'unsatisfiable' : { start, end };
}

/**
 * The file that a path of the site stands for.
 *
 * @param {string} path decoded, beginning with a slash
 * @param {Readonly<Record<string, string>>} folders which folder answers which prefix, `/` and `/embed/` for example
 * @returns {Promise<{ file: string, size: number, modified: Date } | { redirect: string } | undefined>} nothing where
 *   there is no such file, or where it lies outside the folder, through a link too
 */
export async function locate(path, folders) {
  const prefix = Object.keys(folders)
    .sort((a, b) => b.length - a.length)
    .find((candidate) => path.startsWith(candidate) || `${path}/` === candidate);
  const folder = prefix && folders[prefix];
  if (!folder) return undefined;
  if (`${path}/` === prefix) return { redirect: prefix };
  const parts = path.slice(prefix.length).split('/');
  if (path.includes('\0') || path.includes('\\') || parts.some((part) => part.startsWith('.'))) return undefined;
  try {
    const top = await realpath(folder);
    let file = await realpath(join(top, ...parts));
    if (file !== top && !file.startsWith(top + sep)) return undefined;
    let found = await stat(file);
    if (found.isDirectory()) {
      if (!path.endsWith('/')) return { redirect: `${path}/` };
      file = await realpath(join(file, 'index.html'));
      if (!file.startsWith(top + sep)) return undefined;
      found = await stat(file);
    }
    return found.isFile() ? { file, size: found.size, modified: found.mtime } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A server for built pages. Not listening yet.
 *
 * @param {Readonly<Record<string, string>>} folders which folder answers which prefix
 */
export function createSiteServer(folders) {
  return createServer((request, response) => {
    respond(request, response, folders).catch(() => response.destroy());
  });
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Readonly<Record<string, string>>} folders
 */
async function respond(request, response, folders) {
  /** @param {number} status @param {Record<string, string | number>} headers @param {string} [text] */
  const end = (status, headers, text = '') => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(text);
  };
  response.setHeader('Content-Security-Policy', contentSecurityPolicy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, { Allow: 'GET, HEAD' }, 'only GET and HEAD\n');

  let path;
  try {
    path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/s, ''));
  } catch {
    return end(400, {}, 'malformed address\n');
  }
  const found = await locate(path, folders);
  if (!found) return end(404, {}, 'no such page\n');
  if ('redirect' in found) return end(308, { Location: encodeURI(found.redirect.replace(/^\/+/, '/')) });

  const tag = `"${found.size.toString(16)}-${found.modified.getTime().toString(16)}"`;
  const headers = {
    'Content-Type': mediaTypes[extname(found.file).toLowerCase()] ?? 'application/octet-stream',
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-cache',
    'Last-Modified': found.modified.toUTCString(),
    ETag: tag,
  };
  if (request.headers['if-none-match'] === tag) return response.writeHead(304, headers).end();
  const sameFile = (request.headers['if-range'] ?? tag) === tag;
  const range = sameFile ? parseRange(request.headers.range, found.size) : 'whole';
  if (range === 'unsatisfiable') return end(416, { 'Content-Range': `bytes */${found.size}` });

  const { start, end: last } = range === 'whole' ? { start: 0, end: found.size - 1 } : range;
  response.writeHead(range === 'whole' ? 200 : 206, {
    ...headers,
    'Content-Length': last - start + 1,
    ...(range !== 'whole' && { 'Content-Range': `bytes ${start}-${last}/${found.size}` }),
  });
  if (request.method === 'HEAD' || found.size === 0) return response.end();
  await pipeline(createReadStream(found.file, { start, end: last }), response);
}

/**
 * Listens on this machine only.
 *
 * @param {import('node:http').Server} server
 * @param {number} port 0 for any that is free
 * @returns {Promise<string>} the site's address, ending in a slash
 * @throws {NodeJS.ErrnoException} `EADDRINUSE` when the port is taken
 */
export function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/`);
    });
  });
}
