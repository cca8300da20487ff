import { expect, test } from 'vitest';
import '../../define/guatu-diagnostics.js';
import { expectAccessible, loadTinyBoard, mount, pick, readText, settle } from '../../internal/testing/mount.js';
import { tinyAreas, tinyObservations } from '../../internal/testing/tiny-county.js';

test('good files have nothing to say but what became of their rows', async () => {
  const diagnostics = await mount('guatu-diagnostics', { board: await loadTinyBoard() });
  expect(diagnostics.open).toBe(false);
  expect(readText(diagnostics)).toBe('数据问题 数据文件没有发现问题');
  diagnostics.open = true;
  await settle(diagnostics);
  expect(diagnostics.hasAttribute('open')).toBe(true);
  expect(readText(diagnostics)).toContain('observations.csv：8 行，采用 8，留空 0，被更正 0，未采用 0');
  await expectAccessible(diagnostics);
});

test('problems are counted, and listed with file, line and value in the reader’s language', async () => {
  const files = {
    observations: `${tinyObservations}vegetables,1001202,2021,3-5个左右,,,亩,2022-01-10,,\n`,
    areas: `${tinyAreas}1001201,又一个上沟,village,1001,villagers-committee,2020,,,,\n`,
  };
  const diagnostics = await mount('guatu-diagnostics', { board: await loadTinyBoard({}, files) });
  expect(readText(diagnostics)).toMatch(/2 个错误/);
  pick<HTMLElement>(diagnostics, 'summary').click();
  await settle(diagnostics);
  expect(readText(diagnostics)).toContain('observations.csv:10 value');
  expect(readText(diagnostics)).toContain('3-5个左右');
  expect(readText(diagnostics)).toContain('areas.csv:11 code');
  await expectAccessible(diagnostics);
  diagnostics.board?.request({ locale: 'en' });
  await settle(diagnostics);
  expect(readText(diagnostics)).toContain('expected a number or a blank, got "3-5个左右"');
});
