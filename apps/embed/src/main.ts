import '@guatu/map/define/all';
import { createBoard, THEMES } from '@guatu/map';
import { openChannel } from './parent-channel.js';
import { COMPANIONS, readSettings } from './read-settings.js';

const allowed = (document.querySelector<HTMLMetaElement>('meta[name=guatu-allowed-origins]')?.content ?? '').split(/\s+/).filter(Boolean);
const { settings, problems } = readSettings(location.search, { base: location.href, allowed });
const board = createBoard(settings.state);

const complaints = document.querySelector<HTMLUListElement>('#problems');
for (const problem of problems) {
  const item = document.createElement('li');
  item.textContent = problem;
  complaints?.append(item);
}
if (complaints) complaints.hidden = problems.length === 0;

const map = document.createElement('guatu-map');
const { renderer, publisher, approvalNumber, dataDate, exportable, publicationCheck } = settings;
Object.assign(map, { board, renderer, publisher, approvalNumber, dataDate, exportable, publicationCheck });
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
});
dress();

// the page around: the one its address names, else the one the browser names, else only one of the same origin
if (window.parent !== window) {
  const named = settings.parent || location.ancestorOrigins?.[0] || document.referrer;
  const origin = named === '' ? location.origin : new URL(named).origin;
  const tell = openChannel({ board, origin, parent: window.parent });
  new ResizeObserver(() => tell({ guatu: 1, type: 'size', height: Math.ceil(document.body.getBoundingClientRect().height) })).observe(document.body);
}

if (Object.keys(settings.sources).length > 0) void board.load(settings.sources);
