import { expect, test } from 'vitest';
import { checkPublication } from './check-publication.js';

const full = {
  publisher: '县农业农村局',
  approvalNumber: '甘S(2021)1号',
  dataDate: '2021-12-31',
  showsBoundaries: true,
};
const codes = (change: Partial<typeof full>): string[] =>
  checkPublication({ ...full, ...change }).map(({ code }) => code);

test('nothing is missing', () => {
  expect(codes({})).toEqual([]);
});

test.each([
  [{ approvalNumber: '' }, ['publication-approval']],
  [{ publisher: '  ' }, ['publication-publisher']],
  [{ dataDate: '' }, ['publication-data-date']],
  [
    { approvalNumber: '', publisher: '', dataDate: '' },
    ['publication-approval', 'publication-data-date', 'publication-publisher'],
  ],
  // a schematic layout has no boundary to approve, and says so
  [{ showsBoundaries: false, approvalNumber: '' }, ['publication-schematic']],
  [{ showsBoundaries: false, publisher: '' }, ['publication-schematic', 'publication-publisher']],
])('%j', (change, expected) => {
  expect(codes(change)).toEqual(expected);
  expect(checkPublication({ ...full, ...change }).every(({ severity }) => severity === 'info')).toBe(true);
});
