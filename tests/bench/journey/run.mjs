// The reader's way: a page opened with an empty cache until its picture stands, then other colours, pointing and keys.
//
//   npm run bench -- journey [--sizes=112,1200,16000] [--rounds=5] [--profiles=phone,desktop] [--parts=travel,recolor,answer]
//                            [--only=guatu,echarts,leaflet,floor]
//
// Everyone draws the same polygons, from the same files, in one browser, in turns. `guatu` is the built script tag: run
// `npm run build` first. A picture counts when its pixels have the areas' colours.
import { availableParallelism } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from '../../../scripts/browser.mjs';
import { PixelReader } from '../pixel-reader.mjs';
import { answer, median, PROFILES, recolor, travel } from './measure.mjs';
import { serveSite } from './site.mjs';

const built = fileURLToPath(new URL('../../../packages/map/dist/fictional/index.js', import.meta.url));

function choose(name, otherwise) {
  const given = process.argv.find((arg) => arg.startsWith(`--${name}=`));
  return given === undefined ? otherwise : given.slice(name.length + 3).split(',');
}

const sizes = choose('sizes', ['112', '1200', '16000']).map(Number);
const rounds = Number(choose('rounds', ['5'])[0]);
const profiles = choose('profiles', Object.keys(PROFILES));
const parts = choose('parts', ['travel', 'recolor', 'answer']);
const only = choose('only', ['guatu', 'echarts', 'leaflet', 'floor']);

/** Everyone once a round, forwards and backwards in turns; who fails is told and left out. */
async function takeTurns(names, times, measure) {
  const results = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < times; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      if (!results.has(name)) continue;
      try {
        results.get(name).push(await measure(name));
      } catch (error) {
        console.error(`${name}: ${error.message}`);
        results.delete(name);
      }
    }
  }
  return results;
}

const spread = (values, unit = 1) =>
  `${Math.round(median(values) / unit)} (${Math.round(Math.min(...values) / unit)}…${Math.round(Math.max(...values) / unit)})`;

/** The middle one of the rounds' own ratios: what slows down the machine slows down both of a round. */
const ratio = (ours, theirs, key) => median(ours.map((one, i) => one[key] / theirs[i][key])).toFixed(2);

function printTable(title, columns, results) {
  console.log(`\n| ${title} | ${columns.map(([head]) => head).join(' | ')} |\n|${'---|'.repeat(columns.length + 1)}`);
  for (const [name, all] of results) console.log(`| ${name} | ${columns.map(([, write]) => write(all)).join(' | ')} |`);
}

function printRatios(results, keys) {
  const ours = results.get('guatu');
  for (const peer of ['echarts', 'leaflet', 'floor']) {
    const theirs = results.get(peer);
    if (!ours || !theirs) continue;
    console.log(`guatu / ${peer}: ${keys.map(([key, word]) => `${word} ${ratio(ours, theirs, key)}`).join(', ')}`);
  }
}

const column = (head, key, unit) => [
  head,
  (all) =>
    spread(
      all.map((one) => one[key]),
      unit,
    ),
];
const each = (head, key) => [head, (all) => median(all.map((one) => one[key]))];

const measurements = {
  async travel({ browser, reader, address }, size) {
    for (const name of profiles) {
      const profile = PROFILES[name];
      const times = size > 4000 ? Math.min(rounds, 3) : rounds;
      const results = await takeTurns(only, times, (who) =>
        travel(browser, reader, { url: `${address}${size}/${who}.html`, profile }),
      );
      printTable(
        `${profile.title}, ${size} areas, ${times} rounds`,
        [
          column('complete picture, ms', 'first'),
          column('first paint, ms', 'paint'),
          column('main thread until then, ms', 'task'),
          column('kB until then', 'bytes', 1000),
          each('script files', 'scripts'),
          each('round trips that wait for one another', 'depth'),
        ],
        results,
      );
      printRatios(results, [
        ['first', 'complete picture'],
        ['task', 'main thread'],
      ]);
    }
  },
  async recolor({ browser, reader, address }, size) {
    const names = only.flatMap((name) => (name === 'guatu' ? ['guatu', 'guatu-maplibre'] : [name]));
    const times = Math.min(rounds, 3);
    const results = await takeTurns(names, times, (who) =>
      recolor(browser, reader, { url: `${address}${size}/${who}.html`, rest: size > 4000 ? 6000 : 1500 }),
    );
    printTable(
      `recolouring, ${size} areas, ${times} rounds`,
      [column('ms until the frame', 'time'), column('main thread, ms', 'task'), ['drawn by', (all) => all[0].by]],
      results,
    );
    printRatios(results, [
      ['time', 'until the frame'],
      ['task', 'main thread'],
    ]);
  },
  async answer({ browser, address }, size) {
    const names = only.flatMap((name) => (name === 'guatu' ? ['guatu', 'guatu-card'] : name === 'floor' ? [] : [name]));
    const times = Math.min(rounds, 3);
    const results = await takeTurns(names, times, (who) =>
      answer(browser, { url: `${address}${size}/${who}.html`, rest: size > 4000 ? 6000 : 1500 }),
    );
    const cell = (key) => (all) => (all.every((one) => one[key] > 0) ? spread(all.map((one) => one[key])) : '–');
    printTable(
      `ms until the answer's frame, ${size} areas, ${times} rounds`,
      [
        ['pointer to tip', cell('point')],
        ['key to tip', cell('key')],
        ['press to card', cell('card')],
      ],
      results,
    );
  },
};

const { fictionalCounty } = await import(pathToFileURL(built).href);
const counties = sizes.map((size) => {
  const county = fictionalCounty({ villages: size, seed: 7 });
  return { size, county, targets: county.plan.targets.map(({ id }) => id) };
});
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [...browserArguments, '--disable-accelerated-2d-canvas'],
});
const site = await serveSite(counties);
const reader = await PixelReader.open(await browser.newContext());
try {
  console.log(
    `Chromium ${browser.version()}, ${availableParallelism()} cores, canvases drawn by the processor, WebGL by SwiftShader`,
  );
  // the first page of a browser pays for fonts and processes
  for (const who of only)
    await travel(browser, reader, { url: `${site.address}${sizes[0]}/${who}.html` }).catch(() => undefined);
  for (const size of sizes)
    for (const part of parts) await measurements[part]({ browser, reader, address: site.address }, size);
} finally {
  await browser.close();
  site.close();
}
