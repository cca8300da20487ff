import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { fixture, makeFolder, runCli } from '../testing/run-cli.js';

const ESCAPE = String.fromCharCode(27);
const yongchang = [fixture('yongchang/plan.json'), '--data', fixture('yongchang')];
const county = '620321000000';

/** As the county's plan says it. */
const ILLUSTRATIVE = (
  JSON.parse(readFileSync(fixture('yongchang/plan.json'), 'utf8')) as { illustrative: { zh: string; en: string } }
).illustrative;

const PLAN = JSON.stringify({
  id: 'small',
  title: { zh: '小县', en: 'Small county' },
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'industry', name: { zh: '产业', en: 'Industry' } }],
  indicators: [{ id: 'veg', name: { zh: '蔬菜', en: 'Vegetables' }, type: 'quantity', unit: '万亩' }],
  targets: [
    {
      id: 'veg-25',
      clause: '二(二)1',
      domain: 'industry',
      name: { zh: '蔬菜25万亩', en: 'Vegetables on 25' },
      measure: { kind: 'stock', indicator: 'veg' },
      criterion: { kind: 'atLeast', value: 25, unit: '万亩' },
      schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
      scope: { owes: { level: 'county' }, from: 'township', rollUp: 'sum' },
    },
  ],
});
const AREAS =
  'code,name,level,parent,kind\nC,小县,county,,county\nT1,甲乡,township,C,township\nT2,乙乡,township,C,township\n';
const HEADER = 'indicator,area,period,value,unit,reportedOn\n';

/** A folder with a small plan; `observations` are rows. */
function small(
  observations = 'veg,T1,2022-12-31,20,万亩,2023-01-10\nveg,T2,2022-12-31,6,万亩,2023-01-10\n',
  areas = AREAS,
) {
  const folder = makeFolder({ 'plan.json': PLAN, 'areas.csv': areas, 'observations.csv': HEADER + observations });
  return [join(folder, 'plan.json'), '--data', folder] as const;
}

describe('check', () => {
  test('says where every row went, and ends with 0 when nothing is wrong', async () => {
    const { status, stdout, stderr } = await runCli('check', ...small());
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(
      [
        'file              rows  used  missing  superseded  refused',
        'areas.csv            3     3        0           0        0',
        'observations.csv     2     2        0           0        0',
        '',
        'nothing was found wrong',
        '',
      ].join('\n'),
    );
  });

  test('an error is listed with its place and ends with 1', async () => {
    const { status, stdout } = await runCli('check', ...small('veg,T1,2022-12-31,3-5个左右,万亩,\n'));
    expect(status).toBe(1);
    expect(stdout).toMatch(/^error {2}observations\.csv:2 value: .*3-5个左右/m);
    expect(stdout).toMatch(/^observations\.csv +1 +0 +0 +0 +1$/m);
    expect(stdout).toMatch(/^1 error/m);
  });

  test('in Chinese', async () => {
    const { stdout } = await runCli('check', ...small('veg,T1,2022-12-31,abc,万亩,\n'), '--locale', 'zh');
    expect(stdout).toMatch(/^错误 {2}observations\.csv:2 value/m);
    expect(stdout).toMatch(/^错误 1 条/m);
  });

  test('a warning is no error', async () => {
    const folder = makeFolder({
      'plan.json': PLAN,
      'areas.csv': AREAS,
      'events.csv': 'kind,id,subject,date\nharvest,h,T1,2021-01-01\n',
    });
    const { status, stdout } = await runCli('check', join(folder, 'plan.json'), '--data', folder);
    expect(stdout).toMatch(/events\.csv:2/);
    expect(status).toBe(0);
  });

  test('a file that is no plan ends with 1 and the place', async () => {
    const folder = makeFolder({ 'plan.json': '{ "id": ', 'areas.csv': AREAS });
    const { status, stdout } = await runCli('check', join(folder, 'plan.json'), '--data', folder);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^error {2}plan\.json/m);
  });

  test('the plan of the county and its reports are without an error', async () => {
    const { status, stdout } = await runCli('check', ...yongchang);
    expect(status, stdout).toBe(0);
  });

  test('two files of one name are told apart by their paths', async () => {
    const [one, two] = [
      makeFolder({ 'observations.csv': `${HEADER}veg,T1,2022-12-31,x,万亩,\n` }),
      makeFolder({ 'observations.csv': `${HEADER}veg,T2,2022-12-31,y,万亩,\n` }),
    ];
    const folder = makeFolder({ 'plan.json': PLAN, 'areas.csv': AREAS });
    const { stdout } = await runCli(
      'check',
      join(folder, 'plan.json'),
      '--areas',
      join(folder, 'areas.csv'),
      '--data',
      one,
      '--data',
      two,
    );
    expect(stdout).toContain(`${join(one, 'observations.csv')}:2`);
    expect(stdout).toContain(`${join(two, 'observations.csv')}:2`);
  });
});

describe('evaluate as JSON', () => {
  test('holds exactly the published fields', async () => {
    const { status, stdout, stderr } = await runCli(
      'evaluate',
      ...small(),
      '--as-of',
      '2022-12-31',
      '--format',
      'json',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    // 20 + 6 = 26 of 25万亩: 1.04, drawn as 1.
    expect(JSON.parse(stdout)).toEqual({
      asOf: '2022-12-31',
      knownOn: null,
      illustrative: null,
      results: [
        {
          target: 'veg-25',
          indicator: 'veg',
          area: 'C',
          level: 'county',
          verdict: 'attained',
          attainment: 1,
          rawAttainment: 26 / 25,
          figure: 26,
          numerator: null,
          denominator: null,
          bounds: null,
          required: 25,
          unit: '万亩',
          expected: null,
          pace: null,
          light: 'green',
          lightRule: 'points',
          movement: null,
          gap: 0,
          completeness: { reported: 2, total: 2 },
          periods: [],
          remarks: [],
        },
        expect.objectContaining({
          area: 'T1',
          verdict: 'notJudged',
          figure: 20,
          attainment: null,
          required: null,
          light: null,
        }),
        expect.objectContaining({ area: 'T2', verdict: 'notJudged', figure: 6 }),
      ],
      diagnostics: [],
    });
  });

  test('a day of knowing leaves out later reports', async () => {
    const { stdout } = await runCli(
      'evaluate',
      ...small(),
      '--as-of',
      '2022-12-31',
      '--known-on',
      '2023-01-09',
      '--format',
      'json',
    );
    const { knownOn, results } = JSON.parse(stdout) as {
      knownOn: string;
      results: { verdict: string; figure: number | null }[];
    };
    expect(knownOn).toBe('2023-01-09');
    expect(results[0]).toMatchObject({ verdict: 'noData', figure: null });
  });

  test('findings are in it, the status stays 0, and one line says so', async () => {
    const { status, stdout, stderr } = await runCli(
      'evaluate',
      ...small('veg,T1,2022-12-31,x,万亩,\n'),
      '--as-of',
      '2022-12-31',
      '--format',
      'json',
    );
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as { diagnostics: unknown[] }).diagnostics).toContainEqual(
      expect.objectContaining({ severity: 'error', path: expect.stringContaining('observations.csv:2') as string }),
    );
    expect(stderr).toMatch(/^1 error.*; guatu check lists them\n$/);
  });

  test('one row for each owing area, its ancestors and its contributors', async () => {
    const { stdout } = await runCli(
      'evaluate',
      ...yongchang,
      '--as-of',
      '2021-12-31',
      '--format',
      'json',
      '--target',
      'collective-income-5-2022',
    );
    const { results } = JSON.parse(stdout) as { results: { level: string; area: string }[] };
    const levels = (level: string) => results.filter((result) => result.level === level).length;
    // The county, ten townships, 112 villagers' committees; the 17 residents' committees have no part in it.
    expect([levels('county'), levels('township'), levels('village')]).toEqual([1, 10, 112]);
    expect(new Set(results.map(({ area }) => area)).size).toBe(123);
  });

  test('levels and targets narrow it', async () => {
    const { stdout } = await runCli(
      'evaluate',
      ...yongchang,
      '--as-of',
      '2021-12-31',
      '--format',
      'json',
      '--level',
      'county',
      '--target',
      'sanitary-toilets',
      '--target',
      'collective-income-5-2022',
    );
    const { results } = JSON.parse(stdout) as { results: { target: string; area: string }[] };
    expect(results.map(({ target, area }) => [target, area])).toEqual([
      ['sanitary-toilets', county],
      ['collective-income-5-2022', county],
    ]);
  });

  test('an explanation and a progress method are added when asked for', async () => {
    const { stdout } = await runCli(
      'evaluate',
      ...small('veg,T1,2021-12-31,20,万亩,\n'),
      '--as-of',
      '2021-12-31',
      '--format',
      'json',
      '--explain',
      '--progress',
      'straightLine',
      '--level',
      'county',
    );
    const { results } = JSON.parse(stdout) as {
      results: { explanation: { text: { en: string } }; progress: unknown }[];
    };
    expect(results[0]?.explanation.text.en).toContain('Clause 二(二)1');
    // A level without a baseline has no line to be held against.
    expect(results[0]?.progress).toEqual({ method: 'straightLine', class: 'notAssessable', value: null });
  });

  test('illustrative figures are said to be so beside the answer', async () => {
    const { stdout, stderr } = await runCli(
      'evaluate',
      ...yongchang,
      '--as-of',
      '2021-12-31',
      '--format',
      'json',
      '--target',
      'sanitary-toilets',
    );
    expect(stderr).toContain('Illustrative data');
    expect((JSON.parse(stdout) as { illustrative: unknown }).illustrative).toEqual(ILLUSTRATIVE);
  });

  test('real figures are not said to be illustrative', async () => {
    const { stdout } = await runCli('evaluate', ...small(), '--as-of', '2022-12-31', '--format', 'json');
    expect((JSON.parse(stdout) as { illustrative: unknown }).illustrative).toBeNull();
  });
});

describe('evaluate as CSV', () => {
  test('one line a row; absent is empty', async () => {
    const { stdout } = await runCli('evaluate', ...small(), '--as-of', '2022-12-31', '--format', 'csv');
    const [header = '', first = '', second = ''] = stdout.split('\r\n');
    expect(header.split(',')).toHaveLength(first.split(',').length);
    expect(first).toBe('veg-25,veg,C,小县,county,attained,1,1.04,26,,,,,25,万亩,,,green,points,,0,万亩,2,2,,,');
    expect(second).toMatch(/^veg-25,veg,T1,甲乡,township,notJudged,,,20,/);
  });

  test.each(['zh', 'en'] as const)('every line says that figures are illustrative, in %s', async (locale) => {
    const args = [
      '--as-of',
      '2021-12-31',
      '--format',
      'csv',
      '--level',
      'county',
      '--target',
      'sanitary-toilets',
      '--locale',
      locale,
    ];
    const [header, ...lines] = (await runCli('evaluate', ...yongchang, ...args)).stdout.trimEnd().split('\r\n');
    expect(header).toMatch(/,illustrative$/);
    expect(lines.map((line) => line.slice(line.lastIndexOf(',') + 1))).toEqual([ILLUSTRATIVE[locale]]);
  });

  test('a name that is a formula is text', async () => {
    const areas = AREAS.replace('甲乡', '"=cmd|\'/c calc\'!A1"');
    const { stdout } = await runCli('evaluate', ...small(undefined, areas), '--as-of', '2022-12-31', '--format', 'csv');
    expect(stdout).toContain("T1,'=cmd|'/c calc'!A1,township");
  });
});

describe('evaluate as a table', () => {
  test('lines up under clause, name and id', async () => {
    const { stdout } = await runCli('evaluate', ...small(), '--as-of', '2022-12-31', '--locale', 'zh');
    expect(stdout).toBe(
      [
        '小县',
        '截至 2022-12-31，亮灯规则：百分点',
        '',
        '二(二)1  蔬菜25万亩  [veg-25]',
        '地区    代码  判定          现值  要求  单位  完成率  亮灯  报数',
        '小县    C     已达到          26    25  万亩    100%  绿     2/2',
        '  甲乡  T1    只展示不判定    20        万亩                 1/1',
        '  乙乡  T2    只展示不判定     6        万亩                 1/1',
        '',
      ].join('\n'),
    );
  });

  test('an older figure beside 0 of 2 reported says of which year it is', async () => {
    const observations = 'veg,T1,2020-12-31,20,万亩,\nveg,T2,2020-12-31,4,万亩,\n';
    const { stdout } = await runCli('evaluate', ...small(observations), '--as-of', '2022-12-31', '--locale', 'en');
    const lines = stdout.split('\n').map((line) => line.trim().split(/ {2,}/));
    expect(lines.find(([name]) => name === 'area')?.at(-1)).toBe('older figure');
    // 20 + 4 = 24万亩
    expect(lines.find(([name]) => name === '小县')).toEqual(
      expect.arrayContaining(['240,000', '0/2', 'as of 31 December 2020']),
    );
  });

  test('a near miss is not rounded onto the mark, and what is missing is what a reader subtracts', async () => {
    const observations = `${HEADER}veg,T1,2022-12-31,20,万亩,\nveg,T2,2022-12-31,4.99999,万亩,\n`;
    const { stdout } = await runCli(
      'evaluate',
      ...small(observations),
      '--as-of',
      '2022-12-31',
      '--level',
      'county',
      '--locale',
      'zh',
    );
    // 20 + 4.99999 = 24.99999, 0.00001 short of 25
    expect(stdout).toMatch(/未达到 +24\.99999 +25 +万亩 .* 0\.00001万亩/);
  });

  test('explains step by step', async () => {
    const { stdout } = await runCli('evaluate', ...small(), '--as-of', '2022-12-31', '--level', 'county', '--explain');
    expect(stdout).toContain('      · clause 二(二)1: Vegetables on 25, at least 250,000 mu');
    expect(stdout).toContain('      · attained');
  });

  test('text of the data stays text', async () => {
    const areas = AREAS.replace('甲乡', `甲${ESCAPE}[2J乡`);
    const { stdout } = await runCli('evaluate', ...small(undefined, areas), '--as-of', '2022-12-31');
    expect(stdout).not.toContain(ESCAPE);
    expect(stdout).toContain('甲[2J乡');
  });

  test('goes into a file when asked', async () => {
    const folder = makeFolder({});
    const { stdout } = await runCli('evaluate', ...small(), '--as-of', '2022-12-31', '-o', join(folder, 'out.txt'));
    expect(stdout).toBe('');
    expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toContain('[veg-25]');
  });
});

describe('draw', () => {
  test('a sheet for the wall: title, day, map, legend, finding and notices', async () => {
    const folder = makeFolder({});
    const file = join(folder, 'board.svg');
    const { status, stderr } = await runCli(
      'draw',
      ...yongchang,
      '--as-of',
      '2021-12-31',
      '--target',
      'collective-income-5-2022',
      '-o',
      file,
      '--locale',
      'zh',
      '--note',
      '审图号:<示例>',
    );
    expect(status, stderr).toBe(0);
    const svg = readFileSync(file, 'utf8');
    expect(svg).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg /);
    expect(svg).toContain('集体收入5万元以上的村');
    expect(svg).toContain('截至 2021-12-31');
    expect(svg).toContain('示例数据');
    expect(svg).toContain('审图号:&lt;示例&gt;');
    expect(svg.match(/data-code="/g)).toHaveLength(112);
    expect(svg).not.toMatch(/<script|<style|style="|href=/);
    expect(stderr).toContain('112村中');
  });

  test('the map alone, of townships', async () => {
    const { status, stdout } = await runCli(
      'draw',
      ...yongchang,
      '--as-of',
      '2021-12-31',
      '--target',
      'sanitary-toilets',
      '--level',
      'township',
      '--map-only',
    );
    // what is invented is said in the picture itself, under the map and not over it
    const [, y = '0'] = /<text [^>]*y="([\d.]+)"[^>]*>Illustrative data/.exec(stdout) ?? [];
    const [, height = '0'] = /<svg [^>]* height="([\d.]+)"/.exec(stdout) ?? [];
    const [, ground = '0'] = /<rect [^>]*height="([\d.]+)"/.exec(stdout) ?? [];
    expect(Number(y)).toBeGreaterThan(Number(ground));
    expect(Number(y)).toBeLessThan(Number(height));
    expect(status).toBe(0);
    expect(stdout.match(/data-code="/g)).toHaveLength(10);
    expect(stdout).not.toContain('as of 2021-12-31</text>');
  });

  test('as PNG the picture has the colours of its SVG, and Chinese letters', async () => {
    const folder = makeFolder({});
    const draw = (file: string, ...more: readonly string[]) =>
      runCli(
        'draw',
        ...yongchang,
        '--as-of',
        '2021-12-31',
        '--target',
        'collective-income-5-2022',
        '--map-only',
        '--locale',
        'zh',
        '-o',
        join(folder, file),
        ...more,
      );
    expect(await draw('board.svg')).toMatchObject({ status: 0 });
    expect(await draw('board.png', '--scale', '1')).toMatchObject({ status: 0, stdout: '' });
    const svg = readFileSync(join(folder, 'board.svg'), 'utf8');
    const png = readFileSync(join(folder, 'board.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(svg).toContain(`width="${width}" height="${height}"`);
    const { pixels } = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`,
    ).render();
    const colorAt = (x: number, y: number) =>
      pixels
        .subarray((Math.round(y) * width + Math.round(x)) * 4)
        .subarray(0, 3)
        .toString('hex');
    let solid = 0;
    for (const [, d = '', fill = ''] of svg.matchAll(
      /<path data-code="[^"]+" d="([^"]+)" fill-rule="evenodd" fill="#(\w{6})"/g,
    )) {
      const numbers = d.match(/[\d.]+/g)?.map(Number) ?? [];
      const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)];
      // under the upper edge, over what is written
      expect(colorAt((Math.min(...xs) + Math.max(...xs)) / 2, Math.min(...ys) + 3)).toBe(fill);
      solid += 1;
    }
    expect(solid).toBeGreaterThan(50);
    // what is written: dark points within the first heading, and not the same in its every letter, as boxes would be
    const [, x = '0', y = '0'] = /data-role="groupName" x="([\d.]+)" y="([\d.]+)"/.exec(svg) ?? [];
    const inkOf = (letter: number): string => {
      const rows = Array.from({ length: 14 }, (_, row) =>
        Array.from({ length: 13 }, (_, column) => colorAt(Number(x) + letter * 14 + column, Number(y) - 12 + row)),
      );
      return rows
        .flat()
        .map((color) => (Number.parseInt(color.slice(0, 2), 16) < 128 ? '#' : ' '))
        .join('');
    };
    expect(inkOf(0)).toContain('#');
    expect(inkOf(0)).not.toBe(inkOf(1));
    // a picture reads all fonts of the system, some hundred megabytes
  }, 60_000);

  test('a PNG is twice as fine as the picture by default, and never too large', async () => {
    const file = join(makeFolder({}), 'BOARD.PNG');
    const draw = (...more: readonly string[]) =>
      runCli('draw', ...yongchang, '--as-of', '2021-12-31', '--width', '700', '-o', file, ...more);
    expect(await draw('--publisher', '永昌县', '--approval-number', '甘S(2021)1号')).toMatchObject({ status: 0 });
    // 700 and a margin of 24 on either side, twice
    expect(readFileSync(file).readUInt32BE(16)).toBe(1496);
    expect(await draw('--width', '20000', '--scale', '10')).toMatchObject({ status: 2 });
    expect(await draw('--scale', 'big')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--scale: expected a number') as string,
    });
  }, 60_000);

  test('draws the change between two days, and figures cut where the plan cuts', async () => {
    const draw = (...more: readonly string[]) =>
      runCli(
        'draw',
        ...yongchang,
        '--as-of',
        '2021-12-31',
        '--target',
        'collective-income-5-2022',
        '--locale',
        'zh',
        ...more,
      );
    const change = await draw('--compare-to', '2020-12-31', '--comparison', 'change');
    expect(change).toMatchObject({ status: 0 });
    expect(change.stdout).toContain('启动年 × 变化（百分点）');
    expect(change.stderr).toContain('2020年12月31日至2021年12月31日');
    const { stdout } = await draw('--compare-to', '2020-12-31', '--width', '480');
    expect(stdout.match(/data-code="/g)?.length).toBe(224);
    expect(stdout.indexOf('>2020年12月31日<')).toBeLessThan(stdout.indexOf('>2021年12月31日<'));
    expect(stdout).toContain('2020年12月31日 → 2021年12月31日');
    expect((await draw('--view', 'figure')).stdout).toContain('按计划对单个地区的要求分级：1、5、10万元，含下限');
  });

  test('without a day and a target it draws the last day with reports and the first target, and says so', async () => {
    const { status, stdout, stderr } = await runCli('draw', ...yongchang, '--level', 'village', '--view', 'both');
    expect(status).toBe(0);
    expect(stdout).toMatch(/as of 20\d\d-\d\d-\d\d/);
    expect(stderr).toContain('no --as-of given: drawing 20');
    const { targets } = JSON.parse(readFileSync(fixture('yongchang/plan.json'), 'utf8')) as { targets: unknown[] };
    expect(stderr).toContain(
      `no --target given: drawing the plan's first, rollout-batch-2020, of ${targets.length}; guatu evaluate lists them`,
    );
    // a hint is a line, not the plan
    for (const line of stderr.split('\n')) expect(line.length).toBeLessThan(300);
  });

  test('one township alone, in another theme, with large type', async () => {
    const draw = (...more: readonly string[]) =>
      runCli('draw', ...yongchang, '--as-of', '2021-12-31', '--map-only', ...more);
    const all = await draw('--target', 'collective-income-5-2022');
    const code = /data-for="(\d+)" data-role="groupName"/.exec(all.stdout)?.[1] ?? '';
    const one = await draw(
      '--target',
      'collective-income-5-2022',
      '--within',
      code,
      '--theme',
      'dark',
      '--text-size',
      'large',
    );
    expect(one.status, one.stderr).toBe(0);
    const drawn = one.stdout.match(/data-code="/g)?.length ?? 0;
    expect(drawn).toBeGreaterThan(1);
    expect(drawn).toBeLessThan(112);
    expect(await draw('--within', '1')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--within: there is no "1"') as string,
    });
    expect(await draw('--domain', 'x')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--domain: there is no "x"') as string,
    });
    expect(await draw('--breaks', '5,1')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('ascending bounds') as string,
    });
  });

  test('the rollout needs no target', async () => {
    const { status, stdout } = await runCli('draw', ...yongchang, '--as-of', '2021-12-31');
    expect(status).toBe(0);
    expect(stdout).toContain('Yongchang county');
  });

  test('boundaries are read as TopoJSON, as points, and in the system they are in; faults are told with their place', async () => {
    const arcs = [
      [
        [100, 38],
        [100.1, 38],
        [100.1, 38.1],
        [100, 38],
      ],
    ];
    const topology = {
      type: 'Topology',
      arcs,
      objects: {
        towns: {
          type: 'GeometryCollection',
          geometries: [{ type: 'Polygon', arcs: [[0]], properties: { code: 'T1' } }],
        },
      },
    };
    const points = {
      type: 'FeatureCollection',
      features: ['T1', 'T2'].map((code, at) => ({
        type: 'Feature',
        properties: { code },
        geometry: { type: 'Point', coordinates: [100 + at, 38] },
      })),
    };
    const folder = makeFolder({ 'towns.json': JSON.stringify(topology), 'points.json': JSON.stringify(points) });
    const draw = (...more: readonly string[]) =>
      runCli('draw', ...small(), '--as-of', '2021-12-31', '--level', 'township', '--map-only', ...more);
    const undeclared = await draw('--boundaries', join(folder, 'towns.json'));
    expect(undeclared).toMatchObject({ status: 0, stderr: expect.stringContaining('crs="GCJ02"') as string });
    const declared = await draw('--boundaries', join(folder, 'towns.json'), '--crs', 'GCJ02');
    expect(declared.status).toBe(0);
    expect(declared.stderr).not.toContain('crs="GCJ02"');
    expect((await draw('--boundaries', join(folder, 'points.json'), '--crs', 'WGS84')).stderr).toContain(
      'have a point and no border',
    );
    expect(await draw('--boundaries', join(folder, 'points.json'), '--crs', 'Mars')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--crs') as string,
    });
    expect((await draw('--tiles', 'hexagon')).stdout).not.toBe((await draw()).stdout);
  });

  test('boundaries that are none are refused with what to do', async () => {
    const folder = makeFolder({ 'shapes.json': '{"type":"FeatureCollection","features":[]}', 'broken.json': '{' });
    const draw = (file: string) =>
      runCli('draw', ...small(), '--as-of', '2021-12-31', '--level', 'township', '--boundaries', join(folder, file));
    expect(await draw('shapes.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no shape belongs to an area') as string,
    });
    expect(await draw('broken.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('broken.json: is no valid JSON') as string,
    });
    expect(await draw('gone.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('there is no such file') as string,
    });
  });
});

describe('what is drawn is what was reported', () => {
  test('rows that were refused are told as evaluate tells them, and the picture says so', async () => {
    const rows = 'veg,6.20321E+11,2022-12-31,20,万亩,\nveg,6.20321E+11,2022-12-31,6,万亩,\n';
    const moment = ['--as-of', '2023-02-01'] as const;
    const [drawn, evaluated] = [
      await runCli('draw', ...small(rows), ...moment, '--target', 'veg-25', '--level', 'township'),
      await runCli('evaluate', ...small(rows), ...moment),
    ];
    const told = '2 errors; guatu check lists them';
    expect([drawn.status, evaluated.status]).toEqual([0, 0]);
    expect(evaluated.stderr).toContain(told);
    expect(drawn.stderr).toContain(told);
    expect(drawn.stderr).toContain('nothing usable; 2 rows refused');
    expect(drawn.stdout).toContain('nothing usable; 2 rows refused');
    expect(drawn.stdout).not.toContain('nothing reported yet');
  });

  test('townships that were merged away need no shape, on the day after', async () => {
    const areas =
      'code,name,level,parent,kind,validFrom,validTo,successor\nC,小县,county,,county,,,\nT1,甲乡,township,C,township,,2021-12-31,T3\nT2,乙乡,township,C,township,,2021-12-31,T3\nT4,丁乡,township,C,township,,2021-12-31,T3\nT3,丙镇,township,C,town,2022-01-01,,\n';
    const shapes = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { code: 'T3' },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [10, 10],
                [10.1, 10],
                [10.1, 10.1],
                [10, 10.1],
                [10, 10],
              ],
            ],
          },
        },
      ],
    };
    const folder = makeFolder({ 'shapes.json': JSON.stringify(shapes) });
    const draw = (asOf: string) =>
      runCli(
        'draw',
        ...small('veg,T3,2022-12-31,20,万亩,\n', areas),
        '--level',
        'township',
        '--as-of',
        asOf,
        '--boundaries',
        join(folder, 'shapes.json'),
      );
    const after = await draw('2023-02-01');
    expect(after.stderr).not.toMatch(/fewer than half|no shape for/);
    expect(after.stdout).toContain('丙镇');
    expect(after.stdout).not.toMatch(/甲乡|乙乡|丁乡/);
    const before = await draw('2021-06-30');
    expect(before.stderr).toContain('fewer than half of the areas have a shape (0 of 3)');
    expect(before.stdout).not.toContain('丙镇');
  });
});

describe('errors say what to do', () => {
  const [plan] = small();
  const folder = join(plan, '..');

  test.each([
    [
      ['evaluate', join(folder, 'plan.jsn'), '--data', folder, '--as-of', '2021-12-31'],
      'plan.jsn: there is no such file; check the path',
    ],
    [['evaluate', folder, '--data', folder, '--as-of', '2021-12-31'], 'this is a folder; give a file'],
    [['evaluate', plan, '--data', join(folder, 'gone'), '--as-of', '2021-12-31'], 'gone: there is no such file'],
    [['evaluate', plan, '--as-of', '2021-12-31'], 'there is no roster: give --areas areas.csv'],
    [
      ['evaluate', plan, '--data', plan, '--as-of', '2021-12-31'],
      'its name does not say what it holds; name it one of areas.csv',
    ],
    [
      ['evaluate', plan, '--data', makeFolder({ 'notes.txt': '' }), '--as-of', '2021-12-31'],
      'the folder holds none of areas.csv',
    ],
    [
      ['evaluate', plan, '--data', folder, '--as-of', '2021-12-31', '--target', 'veg-52'],
      'the plan has no target "veg-52"; there is veg-25',
    ],
    [
      ['evaluate', plan, '--data', folder, '--as-of', '2021-12-31', '-o', join(folder, 'no/where.csv')],
      'there is no such file',
    ],
    [['draw', plan, '--data', folder, '--as-of', '2021-12-31', '--target', 'x'], 'the plan has no target "x"'],
    [['evalute', plan], 'there is no command "evalute"; there is init, check, evaluate, draw'],
  ])('%j', async (args, message) => {
    const { status, stdout, stderr } = await runCli(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^guatu: /);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a file that could not be opened leaves nothing behind', async () => {
    await runCli('evaluate', plan, '--data', folder, '--as-of', '2021-12-31', '-o', join(folder, 'no/where.csv'));
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});

describe('an answer never replaces what it was made from', () => {
  test.each([
    ['evaluate', ['--as-of', '2022-12-31'], 'plan.json'],
    ['evaluate', ['--as-of', '2022-12-31', '--format', 'csv'], 'observations.csv'],
    ['draw', [], 'areas.csv'],
    ['draw', [], 'plan.json'],
  ])('guatu %s %j -o %s', async (command, options, name) => {
    const [plan, data, folder] = small();
    const path = join(folder, name);
    const before = readFileSync(path, 'utf8');
    symlinkSync(path, join(folder, 'link'));
    for (const output of [path, join(folder, 'link')]) {
      const { status, stderr } = await runCli(command, plan, data, folder, ...options, '-o', output);
      expect(status).toBe(2);
      expect(stderr).toContain('is an input file');
    }
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});

describe('files that were passed over are named', () => {
  const files = { 'observations.xlsx': 'PK', '2023年报数.csv': HEADER, 'notes.txt': 'x' };
  const said = [
    /^warning {2}2023年报数\.csv: its name does not say what it holds, and it was not read: call it observations-2023\.csv or the like/m,
    /^warning {2}observations\.xlsx: is a spreadsheet and was not read: save it as CSV UTF-8 \(comma delimited\)$/m,
  ];

  test('by the check, which has found something then', async () => {
    const folder = makeFolder({ 'plan.json': PLAN, 'areas.csv': AREAS, ...files });
    const { status, stdout } = await runCli('check', join(folder, 'plan.json'), '--data', folder);
    for (const sentence of said) expect(stdout).toMatch(sentence);
    expect(stdout).not.toMatch(/notes\.txt|nothing was found wrong/);
    expect(status).toBe(0);
    const chinese = await runCli('check', '--locale', 'zh', join(folder, 'plan.json'), '--data', folder);
    expect(chinese.stdout).toContain('observations.xlsx：是电子表格，未读取：请另存为“CSV UTF-8（逗号分隔）”');
  });

  test('beside an answer and a picture', async () => {
    const folder = makeFolder({ 'plan.json': PLAN, 'areas.csv': AREAS, ...files });
    for (const command of [
      ['evaluate', '--as-of', '2022-12-31'],
      ['draw', '-o', join(folder, 'a.svg')],
    ] as const) {
      const { stderr } = await runCli(...command, join(folder, 'plan.json'), '--data', folder);
      for (const sentence of said) expect(stderr).toMatch(sentence);
    }
  });

  test('where nothing else is there, and where one is given by name', async () => {
    const folder = makeFolder({ 'plan.json': PLAN, ...files });
    const { stderr } = await runCli('check', join(folder, 'plan.json'), '--data', folder);
    expect(stderr).toContain('but 2023年报数.csv, observations.xlsx; save spreadsheets as CSV UTF-8');
    const named = await runCli('check', join(folder, 'plan.json'), '--data', join(folder, 'observations.xlsx'));
    expect(named.stderr).toContain('a spreadsheet cannot be read as it is; save it as CSV UTF-8');
  });

  test('but not a roster that --areas reads', async () => {
    const folder = makeFolder({ 'plan.json': PLAN, 'roster.csv': AREAS, 'observations.csv': HEADER });
    const { stdout } = await runCli(
      'check',
      join(folder, 'plan.json'),
      '--data',
      folder,
      '--areas',
      join(folder, 'roster.csv'),
    );
    expect(stdout).not.toContain('warning');
  });

  test('a spreadsheet that is only called CSV says so', async () => {
    const folder = makeFolder({
      'plan.json': PLAN,
      'areas.csv': AREAS,
      'observations.csv': 'PK\u0003\u0004\u0014rest',
    });
    const { stdout } = await runCli('check', join(folder, 'plan.json'), '--data', folder);
    expect(stdout).toMatch(/^error {2}observations\.csv: holds a spreadsheet instead of CSV, and was not read/m);
  });
});

describe('files are known by their names', () => {
  test('the name may go on, and a roster of any name is given with --areas', async () => {
    const folder = makeFolder({
      'plan.json': PLAN,
      'roster of 2021.csv': AREAS,
      'observations-2021.csv': `${HEADER}veg,T1,2021-12-31,1,万亩,\n`,
      'Observations_2022.CSV': `${HEADER}veg,T1,2022-12-31,2,万亩,\n`,
      'observationsold.csv': 'nonsense',
      'readme.md': '',
    });
    const { status, stdout } = await runCli(
      'check',
      join(folder, 'plan.json'),
      '--areas',
      join(folder, 'roster of 2021.csv'),
      '--data',
      folder,
    );
    expect(status, stdout).toBe(0);
    expect(stdout).toMatch(/^observations-2021\.csv +1 +1/m);
    expect(stdout).toMatch(/^Observations_2022\.CSV +1 +1/m);
    expect(stdout).not.toMatch(/^observationsold/m);
  });
});

describe('help and version', () => {
  test.each([['--help'], ['help'], ['help', 'draw'], ['check', '--help'], ['evaluate', '-h'], ['draw', '--help']])(
    '%s %s',
    async (...args) => {
      const { status, stdout } = await runCli(...args.filter(Boolean));
      expect(status).toBe(0);
      expect(stdout).toMatch(/^usage: guatu/);
    },
  );

  test('nothing at all is a usage error with the help', async () => {
    expect(await runCli()).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^usage: guatu COMMAND/) as string,
    });
  });

  test('the version is the package’s', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect((await runCli('--version')).stdout).toBe(`${version}\n`);
  });
});
