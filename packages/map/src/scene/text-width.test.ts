import { expect, test } from 'vitest';
import { measureText } from './text-width.js';

test('a Chinese character is an em, a digit a little more than half, a stop a third', () => {
  expect(measureText('永昌县', 10)).toBe(30);
  expect(measureText('100', 10)).toBeCloseTo(17.4, 9);
  expect(measureText('1.5', 10)).toBeCloseTo(15, 9);
  expect(measureText('', 10)).toBe(0);
});

test('a character outside of the first plane is one character, wide or not', () => {
  // 𠮷 is Chinese, 𝄞 a clef
  expect(measureText('𠮷', 10)).toBe(10);
  expect(measureText('𝄞', 10)).toBeCloseTo(5.8, 9);
  expect(measureText('𠮷𠮷a', 10)).toBeCloseTo(25.8, 9);
});
