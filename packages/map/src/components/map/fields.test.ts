// Each field of a board, changed while a map shows it: state, attribute, address and picture follow.
import { afterEach, describe, expect, test, vi } from 'vitest';
import '../../define/guatu-map.js';
import type { BoardState } from '../../board/board.js';
import {
  BOARD_FIELDS,
  FIELD_NAMES,
  fieldOf,
  INITIAL_STATE,
  PROPERTY_NAMES,
  writeFieldName,
} from '../../board/fields.js';
import type { FieldName } from '../../board/fields.js';
import { createBoard } from '../../internal/create-board.js';
import { mount, settle } from '../../internal/testing/mount.js';
import { tinySources } from '../../internal/testing/tiny-county.js';
import type { Scene } from '../../scene/scene.js';
import { GuatuMap } from './map.js';

const clean = location.pathname + location.search;

afterEach(() => history.replaceState(null, '', clean));

/** From what a field is seen to be changed, and to what. A field without a line here does not compile. */
const CHANGES: {
  readonly [Name in FieldName]: { readonly from?: Partial<BoardState>; readonly to: BoardState[Name] };
} = {
  asOf: { to: '2020-12-31' },
  target: { to: 'vegetable-area' },
  domain: { from: { target: null }, to: 'income' },
  view: { to: 'lights' },
  level: { to: 'township' },
  within: { to: '1001' },
  selected: { to: '1001201' },
  compareTo: { to: '2020-12-31' },
  comparison: { from: { compareTo: '2020-12-31' }, to: 'change' },
  breaks: { to: [10, 90] },
  shapes: { to: 'tiles' },
  tiles: { from: { shapes: 'tiles' }, to: 'hexagon' },
  locale: { to: 'en' },
  theme: { to: 'dark' },
  textSize: { to: 'large' },
  highContrast: { to: true },
  levels: { to: 'fixed' },
  pointed: { to: '1001202' },
  filter: { to: { cohorts: ['2020'], classes: [] } },
  ramp: { to: ['#fff4e0', '#4a1d05'] },
  // three bounds, three classes
  classLabels: { from: { view: 'figure', breaks: [0, 4.5, 6] }, to: ['a', 'b', 'c'] },
};

/** The villages as squares in a row. */
const boundaries = {
  type: 'FeatureCollection',
  features: ['1001201', '1001202', '1001203', '1002201', '1002202'].map((code, x) => ({
    type: 'Feature',
    properties: { code },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, 0],
          [x + 1, 0],
          [x + 1, 1],
          [x, 1],
          [x, 0],
        ],
      ],
    },
  })),
};

async function show(state: Partial<BoardState>): Promise<GuatuMap> {
  const board = createBoard({ asOf: '2021-12-31', target: 'income-5', ...state });
  await board.load({ ...tinySources(), boundaries: { data: boundaries } });
  return mount('guatu-map', { renderer: 'svg', board });
}

/** A picture as data that can be held against another, labels included. */
function write(scene: Scene | null): string {
  return JSON.stringify(scene);
}

function labelsOf(scene: Scene | null): string {
  return JSON.stringify(scene?.legend.classes.map(({ label }) => label));
}

describe.each(FIELD_NAMES)('%s', (name) => {
  const { from = {}, to } = CHANGES[name];
  const { changes } = BOARD_FIELDS[name];

  test('a picture that is changed is the one a new map shows, and is another one where the entry says so', async () => {
    const map = await show(from);
    const before = map.scene;
    map.board.request({ [name]: to });
    await settle(map);
    const after = map.scene;
    const fresh = await show({ ...from, [name]: to });
    expect(fresh.board.snapshot.state[name]).toEqual(to);
    expect(write(after)).toBe(write(fresh.scene));
    expect(write(after) !== write(before), 'is another picture').toBe(changes.length > 0);
    if (changes.length === 0) expect(after, 'is not made again').toBe(before);
    // what is chosen of a legend's classes is let go with them, and areas that lie elsewhere are laid out anew
    if (labelsOf(after) !== labelsOf(before))
      expect(changes, 'other classes').toContainEqual(expect.stringMatching('classes|texts|moment'));
    const isElsewhere = after?.layout.key !== before?.layout.key && after?.layout.width === before?.layout.width;
    if (isElsewhere) expect(changes, 'other places').toContainEqual(expect.stringMatching('layout|moment'));
  });

  test('its attribute and its property say what the board says', async () => {
    const map = await show(from);
    map.board.request({ [name]: to });
    await settle(map);
    const { attribute, isProperty, toAttribute } = fieldOf(name);
    if (isProperty) expect(Reflect.get(map, name)).toEqual(to);
    if (attribute !== null) expect(map.getAttribute(attribute)).toBe(toAttribute(to));
    const other = await show(from);
    if (attribute === null) return;
    other.setAttribute(attribute, toAttribute(to) ?? '');
    expect(other.board.snapshot.state[name]).toEqual(to);
  });

  test('the address says it, by a step or without, and gives it to another map', async () => {
    const map = await show(from);
    map.hash = '';
    await settle(map);
    await import('./hash-link.js');
    await settle(map);
    const step = vi.spyOn(history, 'pushState');
    map.board.request({ [name]: to });
    await settle(map);
    const { address } = fieldOf(name);
    expect(location.hash !== '').toBe(address !== null);
    expect(step).toHaveBeenCalledTimes(address?.isStep ? 1 : 0);
    step.mockRestore();
    map.remove();
    await new Promise((resolve) => setTimeout(resolve));
    const other = await show(from);
    other.hash = '';
    await settle(other);
    await settle(other);
    expect(other.board.snapshot.state[name]).toEqual(address === null ? { ...INITIAL_STATE, ...from }[name] : to);
  });
});

test('the map has a property for every field that is one, and no other under its name', () => {
  for (const name of FIELD_NAMES) {
    expect(GuatuMap.elementProperties.has(name), name).toBe((PROPERTY_NAMES as readonly string[]).includes(name));
    // the manifest and what editors read take an attribute for the property's name with hyphens
    if (BOARD_FIELDS[name].attribute !== null)
      expect(writeFieldName(name)).toBe(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  }
});
