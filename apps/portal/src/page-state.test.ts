import { Board } from '@guatu/map';
import { expect, test } from 'vitest';
import { readHash, writeHash } from './page-state.js';

/** What is left of a state after it went through the address. */
function carry(asked: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const board = new Board({ state: readHash('', 1280) });
  board.request(asked);
  const hash = writeHash(board.snapshot.state);
  const other = new Board({ state: readHash(`#${hash}`, 1280) });
  expect(other.snapshot.diagnostics).toEqual([]);
  return Object.fromEntries(Object.keys(asked).map((key) => [key, other.snapshot.state[key as keyof typeof other.snapshot.state]]));
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
  expect(writeHash(new Board({ state: readHash('', 1280) }).snapshot.state)).toBe('');
  expect(readHash('', 1280)).toMatchObject({ domain: null, breaks: 'auto', compareTo: '', comparison: 'beside' });
});
