import '@guatu/map/cdn/older-browsers.js';
import '@guatu/map/define/all';
import { createBoard, THEMES } from '@guatu/map';
import type { BoardSnapshot, BoardState } from '@guatu/map';
import { readHash, suitTextSize, writeHash } from './page-state.js';
import { texts } from './texts.js';

document.querySelector('#unstarted')?.remove();

const find = <Found extends Element>(selector: string): Found => {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
};

const map = find<HTMLElementTagNameMap['guatu-map']>('guatu-map');
const controls = find<HTMLFormElement>('#controls');
const settings = find<HTMLFormElement>('#settings');
const sheets = document.querySelectorAll<HTMLDetailsElement>('details.sheet');
const narrow = matchMedia('screen and (max-width: 760px)');
const board = createBoard();
map.board = board;
// index.html?texts shows what the files say now, without packing them first
if (new URLSearchParams(location.search).has('texts')) {
  const rows = ['observations', 'registers', 'events', 'links'].map((kind) => `data/${kind}.csv`);
  Object.assign(map, { src: '', plan: 'data/plan.json', areas: 'data/areas.csv', data: rows.join(' ') });
}

function readAddress(): void {
  const { state, finding } = readHash(location.hash, innerWidth);
  board.request(state);
  board.report('hash', finding);
}
readAddress();

/** Says the page's own words in the board's language, and dresses it in the board's theme. */
function dressPage({ plan, state, diagnostics }: BoardSnapshot): void {
  const { locale, theme, textSize, selected } = state;
  const words = texts[locale];
  const root = document.documentElement;
  root.lang = locale === 'zh' ? 'zh-CN' : 'en';
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]'))
    element.textContent = words[element.dataset.text ?? ''] ?? '';
  const name = plan?.title[locale].replace(/[（(,，].*$/, '');
  if (name) {
    find('#title').textContent = `${name} · ${words.board}`;
    document.title = `${name} · ${words.board}`;
  }
  const years = plan ? `${plan.start.slice(0, 4)}–${plan.end.slice(0, 4)}` : '';
  // until then the page says what it was written with
  if (plan) {
    const parts = [plan.document?.number, plan.document?.issuer?.[locale], years];
    find('#document').textContent = parts.filter(Boolean).join(' · ');
  }
  const badge = find<HTMLElement>('#illustrative');
  badge.hidden = plan !== null && plan.illustrative === undefined;
  badge.textContent = words.illustrative ?? '';
  badge.title = plan?.illustrative?.[locale] ?? '';
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const problems = find<HTMLElement>('#problems');
  problems.hidden = errors === 0;
  problems.textContent = `${errors} ${words.problems}`;
  // under the map in every export, and at the foot of the page
  map.publisher = words.publisher ?? '';
  map.approvalNumber = words.approval ?? '';
  find('#imprint').textContent = [
    `${words.publishedBy}${words.publisher}`,
    `${words.approvedAs}${words.approval}`,
    words.product,
  ].join('　');
  const colors = THEMES[theme];
  for (const part of ['page', 'ground', 'ink', 'quiet', 'hairline', 'accent'] as const)
    root.style.setProperty(`--${part}`, colors[part]);
  root.dataset.scheme = colors.scheme;
  root.dataset.theme = theme;
  root.dataset.size = textSize;
  find('#card').classList.toggle('is-raised', selected !== null);
}

/** Lets the page's controls show what is chosen. */
function setControls({ view, level, locale, theme, textSize, highContrast }: BoardState): void {
  for (const input of controls.querySelectorAll('input'))
    input.checked = input.value === (input.name === 'view' ? view : level);
  for (const [name, value] of [
    ['locale', locale],
    ['theme', theme],
    ['textSize', textSize],
  ] as const) {
    find<HTMLSelectElement>(`#settings [name=${name}]`).value = value;
  }
  find<HTMLInputElement>('#settings [name=contrast]').checked = highContrast;
}

function show(snapshot: BoardSnapshot): void {
  dressPage(snapshot);
  setControls(snapshot.state);
}

board.subscribe((snapshot, changed) => {
  if ([...changed].every((part) => part === 'pointed')) return;
  show(snapshot);
  const hash = writeHash(location.hash, snapshot.state);
  if (snapshot.status === 'ready' && hash !== location.hash.slice(1)) history.replaceState(null, '', `#${hash}`);
});
window.addEventListener('hashchange', readAddress);

controls.addEventListener('change', () => {
  const chosen = Object.fromEntries(new FormData(controls));
  // who chooses what the county is drawn as wants to see the county
  const whole = chosen.level !== board.snapshot.state.level && { within: null };
  board.request({ view: chosen.view, level: chosen.level, ...whole } as Partial<BoardState>);
});
settings.addEventListener('change', ({ target }) => {
  const { locale, theme, textSize, contrast } = Object.fromEntries(new FormData(settings));
  const suited =
    target instanceof HTMLSelectElement && target.name === 'theme' ? suitTextSize(target.value, innerWidth) : textSize;
  // the board refuses what it cannot be
  board.request({ locale, theme, textSize: suited, highContrast: contrast !== undefined } as Partial<BoardState>);
});
find('#problems').addEventListener('click', (event) => {
  // the hash says what is chosen, and is not for jumping
  event.preventDefault();
  const list = find<HTMLElementTagNameMap['guatu-diagnostics']>('#diagnostics');
  list.open = true;
  list.scrollIntoView({ block: 'end' });
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  board.request({ selected: null });
  if (narrow.matches) closeSheets();
});

const follow = (): void => void document.documentElement.classList.toggle('has-scrolled', scrollY > 120);
addEventListener('scroll', follow, { passive: true });
follow();

// a sheet of paper has a legend, whatever was open on the screen
addEventListener('beforeprint', () => {
  for (const sheet of sheets) sheet.open = sheet.classList.contains('key');
});
addEventListener('afterprint', () => fold());

// a phone has no room for everything at once: what stands beside the map there comes up in sheets, one at a time
function closeSheets(kept?: HTMLDetailsElement): void {
  for (const sheet of sheets) if (sheet !== kept) sheet.open = false;
}
for (const sheet of sheets) {
  sheet.addEventListener('toggle', () => {
    if (sheet.id === 'rows' && sheet.open) showTable();
  });
  // before the sheet opens: `toggle` comes a moment after it, and two would lie over each other until then
  sheet.querySelector('summary')?.addEventListener('click', () => {
    if (!narrow.matches || sheet.open) return;
    closeSheets(sheet);
    board.request({ selected: null });
  });
}
for (const type of ['guatu-target-select', 'guatu-area-select']) {
  document.addEventListener(type, () => {
    if (narrow.matches) closeSheets();
  });
}
const fold = (): void => {
  for (const sheet of sheets) if (narrow.matches || sheet.id !== 'rows') sheet.open = !narrow.matches;
};
narrow.addEventListener('change', fold);
fold();

/** Gives back the room that was kept for what is read, once all of it is there. */
function giveRoomBack(): void {
  const stands = (host: string, part: string): boolean =>
    (document.querySelector(host)?.shadowRoot?.querySelector(part) ?? null) !== null;
  const all = stands('guatu-map', 'svg [data-code]') && stands('guatu-figures', 'dl') && stands('guatu-legend', 'h2');
  if (all || board.snapshot.status === 'failed') document.documentElement.classList.remove('is-waiting');
  else requestAnimationFrame(giveRoomBack);
}
giveRoomBack();

/** The table is made when somebody first asks for it. */
function showTable(): void {
  const place = find('#rows .content');
  if (place.childElementCount > 0) return;
  const table = document.createElement('guatu-table');
  table.for = 'map';
  place.append(table);
}
show(board.snapshot);
