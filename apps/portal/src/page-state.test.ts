import { Board } from '@guatu/map';
import { expect, test } from 'vitest';
import { readHash, writeHash } from './page-state.js';

/** What is left of a state after it went through the address. */
function carry(asked: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const board = new Board(readHash('', 1280));
  board.request(asked);
  const hash = writeHash('', board.snapshot.state);
  const other = new Board(readHash(`#${hash}`, 1280));
  expect(other.snapshot.diagnostics).toEqual([]);
  return Object.fromEntries(
    Object.keys(asked).map((key) => [key, other.snapshot.state[key as keyof typeof other.snapshot.state]]),
  );
}

test.each([
  [{ target: null, domain: 'organization', view: 'figure' }],
  [{ compareTo: '2020-12-31', comparison: 'change' }],
  [{ breaks: [1, 5, 10] }],
  [{ breaks: 'natural', target: 'sanitary-toilets' }],
  [{}],
])('the address keeps %j', (asked) => {
  expect(carry(asked)).toEqual(asked);
});

test('what is as by default is not in the address, and comes back when it is taken out', () => {
  expect(writeHash('', new Board(readHash('', 1280)).snapshot.state)).toBe('');
  expect(readHash('', 1280).state).toMatchObject({ domain: null, breaks: 'auto', compareTo: '', comparison: 'beside' });
});

test('a link from before the names were the library’s is read, and written anew', () => {
  const old = '#target=sanitary-toilets&area=620321104204&lang=en&text=large&contrast=high';
  const { state } = new Board(readHash(old, 1280)).snapshot;
  expect(state).toMatchObject({
    target: 'sanitary-toilets',
    selected: '620321104204',
    locale: 'en',
    textSize: 'large',
    highContrast: true,
  });
  expect(writeHash(old, state)).toBe(
    'target=sanitary-toilets&selected=620321104204&locale=en&text-size=large&high-contrast=true',
  );
  expect(readHash('#contrast=low', 1280).state.highContrast).toBe(false);
});

test('type suits a theme on its screen, unless the address says otherwise', () => {
  expect(readHash('#theme=big-screen', 1280).state.textSize).toBe('large');
  expect(readHash('#theme=big-screen', 2560).state.textSize).toBe('wall');
  expect(readHash('#theme=big-screen&text-size=standard', 2560).state.textSize).toBe('standard');
});

test('what no state can be is told', () => {
  expect(readHash(`#target=${'x'.repeat(201)}`, 1280)).toMatchObject({
    state: { target: 'collective-income-5-2022' },
    finding: { code: 'hash-refused' },
  });
});
