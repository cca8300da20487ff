import { expect, it } from 'vitest';
import { describeOlder } from './describe-older.js';

it('names the period of a figure that is carried, and of no other', () => {
  const carried = { stale: true, figurePeriod: '2020' };
  expect([describeOlder(carried, 'zh'), describeOlder(carried, 'en')]).toEqual(['2020年数', 'as of 2020']);
  expect(describeOlder({ stale: true, figurePeriod: '2021-H1' }, 'en')).toBe('as of the first half of 2021');
  expect(describeOlder({ stale: false, figurePeriod: '2020' }, 'en')).toBe('');
  expect(describeOlder({ stale: true, figurePeriod: null }, 'zh')).toBe('');
});
