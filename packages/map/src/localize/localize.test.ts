import { writeDate } from '@guatu/core/words';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from './en.js';
import { zh } from './zh.js';

/** Paths of all texts of a table, with `()` behind those that take arguments. */
const listKeys = (table: object, path = ''): readonly string[] =>
  Object.entries(table).flatMap(([key, value]: readonly [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? listKeys(value, `${path}${key}.`)
      : [`${path}${key}${typeof value === 'function' ? '()' : ''}`],
  );

describe('message tables', () => {
  it('have the same keys', () => {
    expect([...listKeys(en)].sort()).toEqual([...listKeys(zh)].sort());
  });

  it('leave no text empty', () => {
    const texts = (table: object): readonly unknown[] =>
      Object.values(table).flatMap((value: unknown) => (typeof value === 'object' && value ? texts(value) : [value]));
    expect(texts(zh).filter((text) => text === '')).toEqual([]);
    expect(texts(en).filter((text) => text === '')).toEqual([]);
  });

  it('write Chinese with full-width punctuation', () => {
    const plain = JSON.stringify(zh, (_, value: unknown) => (typeof value === 'function' ? String(value) : value));
    expect(/[\u4e00-\u9fff][,;:]/.exec(plain)?.[0]).toBeUndefined();
  });
});

describe('writeDate', () => {
  it('writes a date in words, and leaves what is none', () => {
    expect(writeDate('2021-06-05', 'zh')).toBe('2021年6月5日');
    expect(writeDate('2021-06-05', 'en')).toBe('5 June 2021');
    expect(writeDate('soon', 'en')).toBe('soon');
  });
});

describe('one word for one thing', () => {
  // twins that were met on one board for one thing; docs/glossary.md has the word, and names them as what is not said
  const TWINS = ['达标进度', '不判断', '启动批次', '各村启动', 'own progress', 'Who has started'];
  const root = new URL('../../../../', import.meta.url);
  const files = ['packages/map/src', 'packages/core/src', 'apps/portal', 'stories', 'docs'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter(
        (file) =>
          /\.(?:ts|md|mdx|html)$/u.test(file) && !/node_modules|(?:^|\/)dist\/|\.test\.ts$|^glossary\.md$/u.test(file),
      )
      .map((file) => `${folder}/${file}`),
  );

  it('is what texts, stories and documentation say', () => {
    expect(files.length).toBeGreaterThan(200);
    const found = files.flatMap((file) => {
      const text = readFileSync(new URL(file, root), 'utf8');
      return TWINS.filter((twin) => text.includes(twin)).map((twin) => `${file}: ${twin}`);
    });
    expect(found).toEqual([]);
  });
});
