// A server for built pages: a strict content security policy, ranges for map tiles, compressed text.
import { createServer } from 'node:http';
import compression from 'compression';
import serveStatic from 'serve-static';

export { listen } from './listen.mjs';

/** @typedef {import('node:http').IncomingMessage & { originalUrl?: string }} Request */
/** @typedef {import('node:http').ServerResponse} Response */

const policies = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "worker-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** @type {Readonly<Record<number, string>>} */
const sentences = { 400: 'malformed address\n', 405: 'only GET and HEAD\n', 416: '' };

/** A part of a file is sent as it lies on the disk: its range counts those bytes. */
const compress = compression({
  filter: (/** @type {any} */ request, /** @type {any} */ response) =>
    !response.hasHeader('Content-Range') && compression.filter(request, response),
});

/** The one type that the table of media types lacks. @param {Response} response @param {string} file */
function nameTiles(response, file) {
  if (file.endsWith('.pmtiles')) response.setHeader('Content-Type', 'application/vnd.pmtiles');
}

/**
 * A server for built pages. Not listening yet.
 *
 * @param {Readonly<Record<string, string>>} folders which folder answers which prefix, `/` and `/embed/` for example
 */
export function createSiteServer(folders) {
  const sites = Object.entries(folders)
    .sort(([a], [b]) => b.length - a.length)
    .map(([prefix, folder]) => ({
      prefix,
      serve: serveStatic(folder, { fallthrough: false, cacheControl: false, setHeaders: nameTiles }),
    }));
  return createServer((/** @type {Request} */ request, response) => {
    for (const [name, value] of Object.entries(policies)) response.setHeader(name, value);
    response.setHeader('Cache-Control', 'no-cache');
    const url = request.url ?? '/';
    const path = url.replace(/[?#].*$/s, '');
    const site = sites.find(({ prefix }) => path.startsWith(prefix) || `${path}/` === prefix);
    if (!site) {
      refuse(response, { status: 404 });
      return;
    }
    // as if the folder were the whole site: its own name is needed only to send readers on to it
    request.originalUrl = url;
    request.url = `/${url.slice(site.prefix.length)}`;
    compress(/** @type {any} */ (request), /** @type {any} */ (response), () =>
      site.serve(request, response, (error) => refuse(response, error)),
    );
  });
}

/** @param {Response} response @param {{ status?: number | undefined, headers?: Record<string, string> | undefined }} [error] */
function refuse(response, { status = 500, headers = {} } = {}) {
  // a path out of the folder is none of the site's, like any other that is not there
  const said = status === 403 ? 404 : status;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .writeHead(said, { 'Content-Type': 'text/plain; charset=utf-8', ...headers })
    .end(sentences[said] ?? 'no such page\n');
}
