import { describe, expect, it } from 'vitest';
import { measureText } from './text-width.js';
import { wrapText } from './wrap-text.js';

const zh =
  '集体收入5万元以上的村（2022年），截至2021年12月31日：已报104村中66村达到，占全部112村的58.9%；2022年底须达79村（70%）。';
const en = 'Villages with a collective income of 50,000 yuan or more, as of 31 December 2021: 66 of 112 villages pass.';

describe('wrapText', () => {
  it('loses nothing and keeps to the width', () => {
    for (const width of [120, 200, 400]) {
      const lines = wrapText(zh, 14, width);
      expect(lines.join('')).toBe(zh);
      for (const line of lines) expect(measureText(line, 14)).toBeLessThanOrEqual(width);
      expect(wrapText(en, 14, width).join(' ')).toBe(en);
    }
  });

  it('hangs closing marks on the line before, and keeps opening ones with what they open', () => {
    for (let width = 40; width < 300; width += 7) {
      for (const line of wrapText(zh, 14, width)) {
        expect(line).not.toMatch(/^[，。；：）%]/u);
        expect(line).not.toMatch(/（$/u);
      }
    }
  });

  it('does not tear numbers and words', () => {
    const lines = wrapText(en, 14, 90);
    expect(lines.flatMap((line) => line.split(' '))).toEqual(en.split(' '));
    expect(wrapText('到2021年', 12, 30)).toEqual(['到', '2021', '年']);
  });

  it('gives a word too wide a line of its own', () => {
    expect(wrapText('a verylongword b', 12, 30)).toEqual(['a', 'verylongword', 'b']);
    expect(wrapText('', 12, 30)).toEqual([]);
  });
});
