import { expect, test } from 'vitest';
import '../../define/guatu-diagnostics.js';
import { expectAccessible, loadTinyBoard, mount, pick, readText, settle } from '../../internal/testing/mount.js';
import { createBoard } from '../../internal/create-board.js';
import { tinyAreas, tinyObservations, tinySources } from '../../internal/testing/tiny-county.js';

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

test('how shapes found their areas is told, with what is left over on both sides', async () => {
  const square = (x: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [x, 0],
        [x + 1, 0],
        [x + 1, 1],
        [x, 1],
        [x, 0],
      ],
    ],
  });
  const shape = (properties: object, x: number) => ({ type: 'Feature', properties, geometry: square(x) });
  const features = [
    shape({ code: '1001201' }, 0),
    shape({ name: '下沟村村委会', township: '东镇' }, 1),
    shape({ name: '白杨村' }, 2),
    shape({ name: '外村' }, 3),
  ];
  const board = createBoard();
  const areas = tinyAreas.replace('红柳村', '白杨村');
  await board.load({
    ...tinySources({ areas }),
    boundaries: { name: 'b.geojson', data: { type: 'FeatureCollection', features } },
  });
  const diagnostics = await mount('guatu-diagnostics', { board, open: true });
  const said = (): string => readText(diagnostics, '[part=join]');
  expect(said()).toContain('按代码对上 1 个，按名称对上 1 个，同名不能确定 1 个，名册中没有 1 个；没有图形的地区 3 个');
  expect(said()).toContain('白杨村 (b.geojson features[2]) → 西乡白杨村 1002201 / 西乡白杨村 1002202');
  expect(said()).toContain('外村 (b.geojson features[3])');
  expect(said()).toContain('东镇新庄村 1001203');
  await expectAccessible(diagnostics);
  board.request({ locale: 'en' });
  await settle(diagnostics);
  expect(said()).toContain('1 joined by code, 1 by name, 1 ambiguous, 1 not in the roster; 3 areas without a shape');
});
