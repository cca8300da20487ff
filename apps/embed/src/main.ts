import '@guatu/map/cdn/older-browsers.js';
import '@guatu/map/define/all';
import { createBoard, THEMES } from '@guatu/map';
import { findParent } from './find-parent.js';
import { guardFetch } from './guard-fetch.js';
import { openChannel } from './parent-channel.js';
import { readImprint } from './read-imprint.js';
import { COMPANIONS, readSettings } from './read-settings.js';

document.querySelector('#unstarted')?.remove();

const allowed = (document.querySelector<HTMLMetaElement>('meta[name=guatu-allowed-origins]')?.content ?? '')
  .split(/\s+/)
  .filter(Boolean);
const { settings, problems, findings } = readSettings(location.search, { base: location.href, allowed });
// maps fetch files and tiles alike through the page
window.fetch = guardFetch(window.fetch.bind(window), [new URL(location.href).origin, ...allowed]);
const board = createBoard(settings.state);

/** What of the address was left out, and what the board makes of the rest. */
const complain = (): void => {
  const asked = board.snapshot.diagnostics
    .filter(({ code }) => code.startsWith('state-'))
    .map((finding) => board.describe(finding));
  const list = document.querySelector<HTMLUListElement>('#problems');
  const left = problems.map((problem) => problem[board.snapshot.state.locale]);
  const unread = findings.map((finding) => `data: ${board.describe(finding)}`);
  const items = [...left, ...unread, ...asked].map((problem) => {
    const item = document.createElement('li');
    item.textContent = problem;
    return item;
  });
  list?.replaceChildren(...items);
  if (list) list.hidden = items.length === 0;
};
complain();

const map = document.createElement('guatu-map');
const { renderer, exportable, publicationCheck } = settings;
Object.assign(map, { board, renderer, exportable, publicationCheck, ...readImprint(document) });
document.querySelector('#map')?.append(map);
for (const name of COMPANIONS) {
  const place = document.querySelector(name === 'timeline' ? '#under' : name === 'figures' ? '#over' : '#beside');
  if (settings.shows.has(name)) place?.append(document.createElement(`guatu-${name}`));
}

const dress = (): void => {
  const { theme, locale } = board.snapshot.state;
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.dataset.scheme = THEMES[theme].scheme;
  document.documentElement.style.setProperty('--ground', THEMES[theme].ground);
};
board.subscribe((_snapshot, changed) => {
  if (changed.has('theme') || changed.has('locale')) dress();
  if (changed.has('diagnostics') || changed.has('content') || changed.has('locale')) complain();
});
dress();

if (window.parent !== window) {
  const surroundings = {
    named: settings.parent,
    told: location.ancestorOrigins?.[0],
    referrer: document.referrer,
    own: location.origin,
  };
  const origin = findParent(surroundings);
  if (origin !== null) {
    const tell = openChannel({ board, origin, parent: window.parent });
    new ResizeObserver(() =>
      tell({ guatu: 1, type: 'size', height: Math.ceil(document.body.getBoundingClientRect().height) }),
    ).observe(document.body);
  }
}

if (Object.keys(settings.sources).length > 0) void board.load(settings.sources);
