import { expect, test } from 'vitest';
import { writeInitials } from './pinyin-initials.js';

test.each([
  ['下二坝村', 'xebc'],
  ['红光新村', 'hgxc'],
  ['朱王堡', 'zwb'],
  ['阿坝', 'ab'],
  ['3号村 A', '3hca'],
  ['', ''],
])('%s is %s', (name, initials) => {
  expect(writeInitials(name)).toBe(initials);
});
