// What one page of one contestant is asked for, each in a browser context of its own.

/** How the two readers come: 4G on a bad day with a cheap telephone, and a desktop on a county's line. */
export const PROFILES = {
  phone: {
    title: 'phone: slow 4G (1.6 Mbit/s, 150 ms), processor ÷ 4',
    slower: 4,
    down: 1.6e6,
    up: 750e3,
    latency: 150,
  },
  desktop: { title: 'desktop: 20 Mbit/s, 20 ms', slower: 1, down: 20e6, up: 5e6, latency: 20 },
};

/** Areas looked at, and the share of them that must have their colours: some lie under their own lines and names. */
const SAMPLES = 400;
const ENOUGH = 0.8;
const PATIENCE = 120_000;
const VIEWPORT = { width: 1280, height: 1000 };
/** Changes of colour, areas pointed at, keys pressed: the middle one counts. */
const TIMES = 7;

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

async function open(browser, url, profile) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => console.error(`${url}: ${message}`));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await cdp.send('Network.enable');
  if (profile) {
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: profile.latency,
      downloadThroughput: profile.down / 8,
      uploadThroughput: profile.up / 8,
    });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.slower });
  }
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.bench?.first, null, { timeout: PATIENCE, polling: 'raf' });
  return { context, page, cdp };
}

/** Milliseconds of the main thread so far, by the processor's clock: waiting for others on the machine is not in it. */
async function readWork(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name) => (metrics.find((one) => one.name === name)?.value ?? Number.NaN) * 1000;
  return { task: of('TaskDuration'), script: of('ScriptDuration') };
}

/** @throws when the areas have not the colours they must have */
async function verify(page, reader, which) {
  const shot = (await page.screenshot()).toString('base64');
  const samples = await page.evaluate(([index, most]) => window.bench.sample(index, most), [which, SAMPLES]);
  const { width, height } = VIEWPORT;
  const isSeen = ([x, y]) => x >= 0 && y >= 0 && x < width && y < height;
  const seen = samples.filter(({ points }) => points.every(isSeen));
  const hits = seen.length === 0 ? 0 : await reader.count(shot, seen);
  const colors = new Set(seen.map(({ color }) => color)).size;
  if (hits < seen.length * ENOUGH || colors < 2 || seen.length < Math.min(50, samples.length)) {
    throw new Error(`no picture: ${hits} of ${seen.length} areas have their ${colors} colours`);
  }
}

/**
 * The longest chain of requests of which each was made only after the one before had been answered, the page included;
 * by the moment they are made, not by when a connection was free.
 */
function measureDepth(requests) {
  const sorted = [...requests].sort((a, b) => a.start - b.start);
  const depth = sorted.map(() => 1);
  for (const [i, { start }] of sorted.entries()) {
    for (const [j, { end }] of sorted.entries()) {
      if (j < i && end <= start) depth[i] = Math.max(depth[i] ?? 1, (depth[j] ?? 1) + 1);
    }
  }
  return 1 + Math.max(0, ...depth);
}

/** From the navigation to the frame with the first complete picture, with an empty cache. */
export async function travel(browser, reader, { url, profile }) {
  const { context, page, cdp } = await open(browser, url, profile);
  try {
    const work = await readWork(cdp);
    const {
      first,
      paint,
      requests,
      page: own,
    } = await page.evaluate(() => ({
      first: window.bench.first,
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      requests: performance
        .getEntriesByType('resource')
        .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= window.bench.told)
        .map(({ name, startTime, responseEnd, transferSize }) => ({
          name,
          start: startTime,
          end: responseEnd,
          size: transferSize,
        })),
      page: performance.getEntriesByType('navigation')[0]?.transferSize ?? Number.NaN,
    }));
    await verify(page, reader, 0);
    const bytes = requests.reduce((sum, { size }) => sum + size, own);
    const isScript = ({ name }) => /\.m?js(\?|$)/.test(name);
    return { first, paint, ...work, bytes, scripts: requests.filter(isScript).length, depth: measureDepth(requests) };
  } finally {
    await context.close();
  }
}

/** The picture in other colours: milliseconds until its frame, and of the main thread. */
export async function recolor(browser, reader, { url, rest }) {
  const { context, page, cdp } = await open(browser, url);
  try {
    if (url.includes('maplibre')) {
      await page.waitForFunction(() => window.bench.drawn.includes('maplibre'), null, { timeout: PATIENCE });
    }
    await page.waitForTimeout(rest);
    const before = await readWork(cdp);
    const times = await page.evaluate(async (count) => {
      const out = [];
      for (let i = 1; i <= count; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 300));
        const start = performance.now();
        await window.bench.recolor(i % 2);
        await window.bench.frames();
        out.push(performance.now() - start);
      }
      return out;
    }, TIMES);
    const after = await readWork(cdp);
    await page.waitForTimeout(500);
    await verify(page, reader, TIMES % 2);
    const by = await page.evaluate(() => window.bench.drawn.at(-1) ?? '');
    return { time: median(times), task: (after.task - before.task) / TIMES, by };
  } finally {
    await context.close();
  }
}

/** Milliseconds from a hand to the frame with the answer, the middle one of several; `null` where most brought none. */
async function timeAnswers(page, { count, type, read, act }) {
  const times = [];
  for (let i = 0; i < count; i += 1) {
    const answer = page.evaluate(([event, name]) => window.bench.answers(event, window.bench[name]), [type, read]);
    await act(i);
    times.push(await answer);
    await page.waitForTimeout(60);
  }
  // a key at the edge of the map leads nowhere
  const answered = times.filter((time) => time !== null);
  return answered.length > count / 2 ? median(answered) : null;
}

/** Areas pointed at one after another; with a map of ours keys and, where the page has one, the card as well. */
export async function answer(browser, { url, rest }) {
  const { context, page } = await open(browser, url);
  try {
    await page.waitForTimeout(rest);
    const samples = await page.evaluate(() => window.bench.sample(0, 40));
    const places = samples
      .map(({ points }) => points[0])
      .filter(([x, y]) => x > 5 && y > 40 && x < 895 && y < VIEWPORT.height - 5);
    const at = (i) => places[(i * 5) % places.length];
    const point = await timeAnswers(page, {
      count: TIMES,
      type: 'pointermove',
      read: 'tip',
      act: (i) => page.mouse.move(...at(i)),
    });
    const isOurs = await page.evaluate(() => 'card' in window.bench);
    if (!isOurs) return { point };
    await page.mouse.move(1, 1);
    await page.evaluate(() => document.querySelector('guatu-map').shadowRoot.querySelector('.areas').focus());
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(200);
    const key = await timeAnswers(page, {
      count: TIMES,
      type: 'keydown',
      read: 'tip',
      act: (i) => page.keyboard.press(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'][i % 4]),
    });
    const hasCard = await page.evaluate(() => document.querySelector('guatu-card') !== null);
    if (!hasCard) return { point, key };
    const press = async (i) => {
      await page.mouse.move(...at(i + 1));
      await page.mouse.down();
      await page.mouse.up();
      await page.waitForTimeout(500);
    };
    const card = await timeAnswers(page, { count: TIMES, type: 'click', read: 'card', act: press });
    return { point, key, card };
  } finally {
    await context.close();
  }
}
