// What holds for every element alike, the ones that are still to come included.
import type { LitElement, PropertyDeclaration } from 'lit';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Board } from '../board/board-store.js';
import { BOARD_FIELDS } from '../board/fields.js';
import { expectAccessible, loadTinyBoard, settle } from '../internal/testing/mount.js';
import { THEME_NAMES, THEMES } from '../scale/themes.js';
import './all.js';

const tags = Object.keys(import.meta.glob('./guatu-*.ts')).map((path) => path.slice(2, -3));

/** What a page may hand down to everything in it; every property that CSS inherits and that changes how text is set. */
const HANDED_DOWN: Readonly<Record<string, string>> = {
  'border-collapse': 'collapse',
  'border-spacing': '9px',
  'caption-side': 'bottom',
  direction: 'rtl',
  'font-feature-settings': '"smcp"',
  'font-kerning': 'none',
  'font-size-adjust': '0.9',
  'font-stretch': '75%',
  'font-style': 'italic',
  'font-variant-caps': 'all-small-caps',
  'font-variant-east-asian': 'traditional',
  'font-variant-ligatures': 'none',
  'font-variation-settings': '"wght" 900',
  'font-weight': '900',
  hyphens: 'auto',
  'letter-spacing': '5px',
  'line-break': 'anywhere',
  'line-height': '3',
  'list-style-type': 'square',
  'overflow-wrap': 'anywhere',
  'paint-order': 'stroke',
  'stroke-width': '4px',
  'tab-size': '1',
  'text-align': 'right',
  'text-align-last': 'center',
  'text-anchor': 'end',
  'text-emphasis-style': 'dot',
  'text-indent': '40px',
  'text-shadow': 'rgb(255, 0, 0) 2px 2px 2px',
  'text-transform': 'uppercase',
  'text-wrap-mode': 'nowrap',
  'text-wrap-style': 'balance',
  'white-space': 'pre',
  'white-space-collapse': 'preserve',
  'word-break': 'break-all',
  'word-spacing': '9px',
  'writing-mode': 'vertical-rl',
  '-webkit-text-fill-color': 'rgb(255, 0, 0)',
  '-webkit-text-stroke-width': '2px',
};

/** What an attribute may be written as, other than by default: a field's entry says so, any other attribute needs a line. */
const SAMPLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(BOARD_FIELDS).map(({ attribute, sample }) => [attribute, sample])),
  'approval-number': '甘S(2021)1号',
  'data-date': '2021-12-31',
  'tianditu-host': 't0.example.gov.cn',
  'tianditu-key': 'a-key',
  areas: 'areas.csv',
  basemap: 'style.json',
  boundaries: 'boundaries.json',
  src: 'board.guatu',
  'choose-breaks': '',
  crs: 'GCJ02',
  'code-property': 'VILLCODE',
  'name-property': 'VILLNAME',
  data: 'observations.csv',
  for: 'other',
  export: '',
  hash: 'north',
  open: '',
  plan: 'plan.json',
  'publication-check': '',
  publisher: '县农业农村局',
  renderer: 'svg',
  search: '沟',
  sort: '-figure',
};

interface Element extends LitElement {
  board: Board | null;
}

async function put(tag: string, board: Board | null = null): Promise<Element> {
  const frame = document.createElement('main');
  frame.style.width = '720px';
  const element = document.createElement(tag) as unknown as Element;
  if (board) element.board = board;
  frame.append(element);
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  await settle(element);
  return element;
}

function base(element: Element): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>('[part~=base]');
  if (!found) throw new Error(`<${element.localName}> has no part "base"`);
  return found;
}

/** Properties of an element that have an attribute. */
function listAttributes(
  tag: string,
): readonly (readonly [property: string, attribute: string, declaration: PropertyDeclaration])[] {
  const { elementProperties } = customElements.get(tag) as unknown as typeof LitElement;
  return [...elementProperties].flatMap(([property, declaration]) => {
    if (declaration.attribute === false || declaration.state) return [];
    return [
      [
        String(property),
        typeof declaration.attribute === 'string' ? declaration.attribute : String(property).toLowerCase(),
        declaration,
      ] as const,
    ];
  });
}

describe.each(tags)('<%s>', (tag) => {
  test('booleans are false to begin with, and every attribute is heard', async () => {
    for (const [property, attribute, declaration] of listAttributes(tag)) {
      const element = document.createElement(tag) as unknown as Record<string, unknown> & HTMLElement;
      const before = element[property];
      if (declaration.type === Boolean) expect(before, property).toBe(false);
      const sample = SAMPLES[attribute];
      if (sample === undefined) throw new Error(`no sample for the attribute ${attribute}`);
      element.setAttribute(attribute, sample);
      expect(element[property], attribute).not.toEqual(before);
      if (declaration.type !== Boolean && typeof element[property] === 'string')
        expect(element[property], attribute).toBe(sample);
      element.removeAttribute(attribute);
      expect(element[property] ?? '', `${attribute} taken away`).toEqual(before ?? '');
    }
  });

  test('what it reflects stands in its attributes', async () => {
    const element = await put(tag);
    for (const [property, attribute, declaration] of listAttributes(tag)) {
      if (!declaration.reflect || declaration.type !== Boolean) continue;
      Object.assign(element, { [property]: true });
      await settle(element);
      expect(element.hasAttribute(attribute), attribute).toBe(true);
    }
  });

  test('without anything it draws nothing wrong, and axe finds nothing', async () => {
    const complain = vi.spyOn(console, 'error');
    const element = await put(tag);
    expect(base(element)).toBeInstanceOf(HTMLElement);
    await expectAccessible(element);
    expect(complain).not.toHaveBeenCalled();
    complain.mockRestore();
  });

  test.each(THEME_NAMES)(
    'in %s it stands on the theme’s ground, in both languages, and axe finds nothing',
    async (theme) => {
      const board = await loadTinyBoard({ theme, locale: theme === 'dark' ? 'en' : 'zh', selected: '1001202' });
      const element = await put(tag, board);
      const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(THEMES[theme].ground.slice(at, at + 2), 16));
      expect(getComputedStyle(base(element)).backgroundColor).toBe(`rgb(${red}, ${green}, ${blue})`);
      await expectAccessible(element);
    },
  );

  test('the page’s custom properties come before the theme’s', async () => {
    const element = await put(tag, await loadTinyBoard());
    element.style.setProperty('--guatu-ground', 'rgb(1, 2, 3)');
    element.style.setProperty('--guatu-font', 'monospace');
    expect(getComputedStyle(base(element)).backgroundColor).toBe('rgb(1, 2, 3)');
    expect(getComputedStyle(base(element)).fontFamily).toBe('monospace');
  });

  test('what the page hands down to its own text changes nothing inside', async () => {
    const board = await loadTinyBoard({ selected: '1001202' });
    const element = await put(tag, board);
    const read = (): string[] =>
      [...(element.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((part) => {
        const style = getComputedStyle(part);
        // a timeline thins its labels where a page that is set vertically makes it narrow: names are those of the tags
        return Object.keys(HANDED_DOWN).map(
          (property) => `${part.localName} ${property}: ${style.getPropertyValue(property)}`,
        );
      });
    const before = read();
    const frame = element.parentElement;
    for (const [property, value] of Object.entries(HANDED_DOWN)) {
      frame?.style.setProperty(property, value);
      if (frame && property !== 'white-space')
        expect(getComputedStyle(frame).getPropertyValue(property), property).not.toBe(
          getComputedStyle(document.body).getPropertyValue(property),
        );
    }
    await settle(element);
    const after = read();
    expect(after.filter((line, index) => line !== before[index])).toEqual([]);
    expect(after.length).toBe(before.length);
  });

  test('moved in the document it is what it was, and goes on hearing its board', async () => {
    const board = await loadTinyBoard({ locale: 'zh' });
    const element = await put(tag, board);
    const before = base(element).innerText;
    const other = document.createElement('section');
    other.style.width = '720px';
    element.parentElement?.append(other);
    other.append(element);
    await settle(element);
    expect(base(element).innerText).toBe(before);
    board.request({ locale: 'en', theme: 'dark' });
    await settle(element);
    expect(base(element).classList.contains('theme-dark')).toBe(true);
  });

  test('hidden it takes no room', async () => {
    const element = await put(tag, await loadTinyBoard());
    element.hidden = true;
    expect(element.getBoundingClientRect().height).toBe(0);
  });
});
