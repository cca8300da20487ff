import { describe, expect, test } from 'vitest';
import { Board } from './board-store.js';
import type { BoardState } from './board.js';
import { readStateHash, writeStateHash } from './state-hash.js';

const base = new Board({ state: { target: 'income', asOf: '2021-12-31' } }).snapshot.state;
const here = { namespace: '', base };
const changed: Partial<BoardState> = {
  asOf: '2020-12-31',
  target: null,
  within: '1001',
  selected: '1001201',
  filter: { cohorts: ['2020', '2021'], classes: [0, 'noData'] },
  breaks: [1, 5, 10],
  highContrast: true,
};

test('only what differs from the page’s own choice is written', () => {
  expect(writeStateHash('', base, here)).toBe('');
  expect(writeStateHash('', { ...base, view: 'lights' }, here)).toBe('view=lights');
});

test('what is written is read back', () => {
  const written = writeStateHash('', { ...base, ...changed }, here);
  expect(written).toBe(
    'as-of=2020-12-31&target=&within=1001&selected=1001201&breaks=1%2C5%2C10&high-contrast=true&cohorts=2020%2C2021&classes=0%2CnoData',
  );
  const { state, refused } = readStateHash(`#${written}`, here);
  expect(refused).toEqual([]);
  // breaks come back as the text an attribute has; the board reads both
  expect(state).toMatchObject({ ...changed, breaks: '1,5,10' });
  const board = new Board({ state: base });
  board.request(state);
  expect(board.snapshot.state).toMatchObject(changed);
});

test('an address without a word of ours is the base', () => {
  for (const hash of ['', '#', '#section', '#a=b&c', '#other.target=x']) {
    expect(readStateHash(hash, here).state).toMatchObject({ asOf: '2021-12-31', target: 'income', within: null });
  }
});

test('parts that belong to others stay as they are', () => {
  expect(writeStateHash('#section&other.target=x&target=old', { ...base, target: 'new' }, here)).toBe(
    'section&other.target=x&target=new',
  );
});

test('two maps share an address by their names', () => {
  const [north, south] = [
    { namespace: 'north', base },
    { namespace: 'south', base },
  ];
  const hash = writeStateHash(
    writeStateHash('', { ...base, view: 'lights' }, north),
    { ...base, view: 'rollout' },
    south,
  );
  expect(hash).toBe('north.view=lights&south.view=rollout');
  expect([readStateHash(hash, north).state.view, readStateHash(hash, south).state.view]).toEqual(['lights', 'rollout']);
});

describe('what is no choice', () => {
  test.each([
    [`target=${'x'.repeat(201)}`, ['target']],
    ['target=%E0%A4%A', ['target']],
    [`target=x&${'y'.repeat(4000)}`, ['#']],
  ])('%s', (hash, refused) => {
    const read = readStateHash(hash, here);
    expect(read.refused).toEqual(refused);
    expect(read.state.target).toBe('income');
  });

  test('lists are bounded', () => {
    const { state } = readStateHash(`classes=${Array.from({ length: 60 }, (_, index) => index).join(',')}`, here);
    expect(state.filter?.classes).toHaveLength(50);
  });

  test('names of other properties are not ours to set', () => {
    expect(readStateHash('__proto__=x&pointed=y&constructor=z', here).state).not.toHaveProperty('pointed');
  });
});
