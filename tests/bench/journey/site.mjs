// The site that is opened: a county's files, a page for each contestant, the built scripts, everything compressed once.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { listen } from '../../../scripts/listen.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const here = fileURLToPath(new URL('./', import.meta.url));
const cdn = join(root, 'packages/map/dist/cdn');

const types = { html: 'text/html', js: 'text/javascript', mjs: 'text/javascript', css: 'text/css', csv: 'text/csv' };
const typeOf = (path) => types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/json';

const read = (path) => readFileSync(join(root, path));
const script = (name) => readFileSync(join(here, 'pages', `${name}.js`), 'utf8');

const page = (
  body,
) => `<!doctype html><html lang="zh"><meta charset="utf-8"><title>county</title><link rel="icon" href="data:,">
<style>body{margin:0}guatu-map,#map{display:block;width:900px}#map{height:600px;position:relative;background:#fff}</style>
<script>${script('frames')}</script>
${body}`;

/** What each contestant's page holds; `target` is the one drawn first. */
const pages = {
  guatu: (
    target,
    choices = '',
  ) => `<script>${script('guatu')}</script><script type="module" src="/cdn/guatu.js"></script>
<guatu-map plan="plan.json" areas="areas.csv" data="observations.csv events.csv" boundaries="boundaries.geojson" target="${target}" view="attainment"${choices}></guatu-map>`,
  echarts: () =>
    `<div id="map"></div><script src="/echarts.min.js"></script><script type="module">${script('values')}${script('echarts')}</script>`,
  leaflet: () =>
    `<link rel="stylesheet" href="/leaflet.css"><div id="map"></div><script src="/leaflet.js"></script><script type="module">${script('values')}${script('leaflet')}</script>`,
  floor: () => `<div id="map"></div><script type="module">${script('values')}${script('floor')}</script>`,
};

/** All files of a site of counties. */
function writeFiles(counties) {
  const files = new Map();
  const put = (path, body) => files.set(path, { body: gzipSync(body), type: typeOf(path) });
  put('/echarts.min.js', read('node_modules/echarts/dist/echarts.min.js'));
  put('/leaflet.js', read('node_modules/leaflet/dist/leaflet.js'));
  put('/leaflet.css', read('node_modules/leaflet/dist/leaflet.css'));
  for (const { size, county, targets } of counties) {
    put(`/${size}/plan.json`, JSON.stringify(county.plan));
    put(`/${size}/areas.csv`, county.areasCsv);
    put(`/${size}/observations.csv`, county.observationsCsv);
    put(`/${size}/events.csv`, county.eventsCsv);
    put(`/${size}/boundaries.geojson`, JSON.stringify(county.boundaries));
    const codes = county.boundaries.features.map(({ properties }) => properties.code);
    put(`/${size}/values.json`, JSON.stringify(codes.map((name, i) => ({ name, value: (i * 37) % 100 }))));
    for (const [name, write] of Object.entries(pages)) put(`/${size}/${name}.html`, page(write(targets[0])));
    put(`/${size}/guatu-maplibre.html`, page(pages.guatu(targets[0], ' renderer="maplibre"')));
    put(
      `/${size}/guatu-card.html`,
      page(`<guatu-card style="position:absolute;left:920px;width:340px"></guatu-card>${pages.guatu(targets[0])}`),
    );
  }
  return files;
}

/** Serves it, compressed, to be kept by nobody. */
export async function serveSite(counties) {
  const files = writeFiles(counties);
  const find = (path) => {
    if (!files.has(path) && path.startsWith('/cdn/') && existsSync(join(cdn, path.slice(5)))) {
      files.set(path, { body: gzipSync(readFileSync(join(cdn, path.slice(5)))), type: typeOf(path) });
    }
    return files.get(path);
  };
  const server = createServer((request, response) => {
    const file = find(new URL(request.url, 'http://site').pathname);
    if (!file) return response.writeHead(404).end();
    response
      .writeHead(200, { 'content-type': file.type, 'content-encoding': 'gzip', 'cache-control': 'no-store' })
      .end(file.body);
  });
  return { address: await listen(server, 0), close: () => server.close() };
}
