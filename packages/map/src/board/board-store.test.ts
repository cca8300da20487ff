import { describe, expect, test } from 'vitest';
import { parsePlan, readDataset } from '@guatu/core';
import type { SourceText } from '@guatu/core';
import { shareReading } from '../internal/share-files.js';
import { tinyAreas, tinyObservations, tinySources } from '../internal/testing/tiny-county.js';
import type { BoardSources } from './board.js';
import { Board } from './board-store.js';
import type { BoardPart } from './board-store.js';
import type { FetchedText } from './load-files.js';

async function loadTiny(): Promise<Board> {
  const board = new Board({ state: { target: 'income-5' } });
  await board.load(tinySources());
  return board;
}

const root = 0;

test('an empty board says so and has no date', () => {
  const { snapshot } = new Board();
  expect(snapshot.status).toBe('empty');
  expect(snapshot.state).toMatchObject({
    asOf: '',
    target: null,
    view: 'both',
    level: 'village',
    locale: 'zh',
    theme: 'light',
  });
});

test('files from memory are evaluated at the last date with reports', async () => {
  const { snapshot } = await loadTiny();
  expect(snapshot.status).toBe('ready');
  expect(snapshot.diagnostics).toEqual([]);
  expect(snapshot.state.asOf).toBe('2021-12-31');
  const result = snapshot.evaluation?.target('income-5').at(root);
  expect(result).toMatchObject({ numerator: 2, verdict: 'undecided' });
});

test('the roster is published before the figures', async () => {
  const board = new Board();
  const seen: string[] = [];
  board.subscribe(({ status, roster, dataset }) =>
    seen.push(`${status} ${roster?.areas.length ?? 0} ${dataset ? 'figures' : 'outline'}`),
  );
  await board.load(tinySources());
  expect(seen).toEqual(['loading 0 outline', 'loading 9 outline', 'ready 9 figures']);
});

test('another date is another evaluation; coming back costs nothing', async () => {
  const board = await loadTiny();
  const before = board.snapshot.evaluation;
  board.request({ asOf: '2020-12-31' });
  expect(board.snapshot.evaluation?.rolloutTotals(root)).toEqual({
    started: 1,
    late: 0,
    unreported: 0,
    total: 5,
    startsReported: true,
  });
  board.request({ asOf: '2021-12-31' });
  expect(board.snapshot.evaluation).toBe(before);
});

test('listeners hear what changed, and nothing when nothing did', async () => {
  const board = await loadTiny();
  const heard: BoardPart[][] = [];
  const leave = board.subscribe((_snapshot, changed) => heard.push([...changed]));
  board.request({ pointed: '1001201' });
  board.request({ pointed: '1001201' });
  board.request({ view: 'lights', selected: '1001202' });
  leave();
  board.request({ view: 'both' });
  expect(heard).toEqual([['pointed'], ['view', 'selected']]);
});

describe('other files, while they are read', () => {
  test('leave what stands: the new ones take its place when all of them are there', async () => {
    const board = await loadTiny();
    const { plan, dataset, evaluation } = board.snapshot;
    const seen: string[] = [];
    board.subscribe(({ status, isLoading, ...now }, changed) =>
      seen.push(`${status} ${isLoading} ${now.plan === plan ? 'old' : 'new'}: ${[...changed].join(' ')}`),
    );
    const load = board.load(tinySources());
    expect(board.snapshot).toMatchObject({ status: 'ready', isLoading: true, plan, dataset });
    expect(board.snapshot.evaluation).toBe(evaluation);
    await load;
    expect(board.snapshot.isLoading).toBe(false);
    expect(seen).toEqual(['ready true old: loading', 'ready false new: content diagnostics loading']);
  });

  test('take the place of files that could not be drawn at once: there is nothing to leave', async () => {
    const board = new Board();
    await board.load({ areas: { name: 'areas.csv', text: 'code' } });
    expect(board.snapshot).toMatchObject({ status: 'failed', isLoading: false });
    const load = board.load(tinySources());
    expect(board.snapshot).toMatchObject({ status: 'loading', isLoading: true });
    await load;
    expect(board.snapshot).toMatchObject({ status: 'ready', isLoading: false });
  });

  test('may know what is asked for meanwhile: the picture waits for them with its answer', async () => {
    const board = await loadTiny();
    const load = board.load(tinySources());
    board.request({ target: 'of-the-next-plan' });
    expect(board.snapshot.state.target).toBe('income-5');
    expect(board.snapshot.diagnostics).toEqual([]);
    await load;
    expect(board.snapshot.state.target).toBeNull();
    expect(board.snapshot.diagnostics.map(({ code }) => code)).toEqual(['state-target']);
  });
});

test('what no board can have is left as it was and told, until it is asked right', async () => {
  const board = await loadTiny();
  board.request({ view: 'sideways', asOf: '2021-13-40' } as never);
  expect(board.snapshot.state).toMatchObject({ view: 'both', asOf: '2021-12-31' });
  expect(board.snapshot.diagnostics.map(({ message }) => message)).toEqual([
    'view: expected one of both, rollout, attainment, figure, lights, got "sideways"; left as it was',
    'as-of: expected a date like 2021-12-31, got "2021-13-40"; left as it was',
  ]);
  board.request({ view: 'lights', asOf: '2021-06-30' });
  expect(board.snapshot.diagnostics).toEqual([]);
});

test('an unknown target or area is shown as none, and is there again when a file brings it', async () => {
  const board = new Board({ state: { target: 'income-5', selected: '1001203' } });
  expect(board.snapshot.state.target).toBe('income-5');
  await board.load({
    ...tinySources(),
    areas: { name: 'areas.csv', text: 'code,name,level,parent,kind,rollout\n10,小县,county,,county,\n' },
  });
  expect(board.snapshot.state.selected).toBeNull();
  expect(board.snapshot.diagnostics.some(({ code }) => code === 'state-area')).toBe(true);
  await board.load(tinySources());
  expect(board.snapshot.state.selected).toBe('1001203');
  board.request({ target: 'no-such' });
  expect(board.snapshot.state.target).toBeNull();
  expect(board.snapshot.diagnostics.map(({ message }) => message)).toEqual([
    'target: the plan has no target "no-such"',
  ]);
});

test('with another target a filter keeps its batches and drops its classes', async () => {
  const board = await loadTiny();
  board.request({ filter: { cohorts: ['2020'], classes: [0] } });
  board.request({ target: 'vegetable-area' });
  expect(board.snapshot.state.filter).toEqual({ cohorts: ['2020'], classes: [] });
});

test('one changed figure changes the village, its township’s and the county’s answer', async () => {
  const board = await loadTiny();
  const read = () => {
    const evaluation = board.snapshot.evaluation;
    const { roster } = evaluation!.dataset;
    const at = (code: string) => evaluation!.target('income-5').at(roster.indexOf(code));
    return [at('1001202').memberFigure, at('1001').numerator, at('10').numerator];
  };
  expect(read()).toEqual([4.2, 2, 2]);
  await board.load(tinySources({ observations: tinyObservations.replace('2021,4.2,', '2021,5.1,') }));
  expect(read()).toEqual([5.1, 3, 3]);
});

describe('files that cannot be had', () => {
  const answers: Readonly<Record<string, FetchedText>> = {
    'gone.csv': { finding: 'source-status', reason: '404 Not Found' },
    'cut.csv': { finding: 'source-network', reason: 'Failed to fetch' },
    'login.csv': { text: '<!DOCTYPE html><html><body>login</body></html>' },
    'blank.csv': { text: ' \n' },
    'half.json': { text: '{ "id": "tiny", "title": { "zh": "小' },
  };
  const fetchText = (url: string): Promise<FetchedText> => Promise.resolve(answers[url] ?? { text: '' });

  test.each([
    ['gone.csv', 'source-status', 'gone.csv: the server answered 404 Not Found; check the address'],
    ['cut.csv', 'source-network', 'cut.csv: cannot be fetched: Failed to fetch; check the network and the address'],
    [
      'login.csv',
      'source-html',
      'login.csv: a web page came instead of the data file; the address may be wrong, or a login is needed',
    ],
    ['blank.csv', 'source-empty', 'blank.csv: the file is empty'],
  ])('%s is named, and the rest is shown', async (file, code, message) => {
    const board = new Board({ fetchText });
    await board.load({ ...tinySources(), observations: file });
    expect(board.snapshot.status).toBe('ready');
    expect(board.snapshot.diagnostics).toEqual([expect.objectContaining({ code, message })]);
    expect(board.snapshot.evaluation?.target('income-5').at(root).verdict).toBe('noData');
  });

  test('without a plan the batches are still there', async () => {
    const board = new Board({ fetchText });
    await board.load({ ...tinySources(), plan: 'half.json' });
    const { status, evaluation, diagnostics } = board.snapshot;
    expect(status).toBe('ready');
    expect(evaluation?.rolloutTotals(root)).toEqual({
      started: 2,
      late: 1,
      unreported: 0,
      total: 5,
      startsReported: true,
    });
    expect(diagnostics.map(({ code }) => code)).toContain('board-plan-missing');
    expect(diagnostics.some(({ path }) => path.startsWith('half.json'))).toBe(true);
  });

  test('without areas nothing can be drawn, and that is said', async () => {
    const board = new Board({ fetchText });
    await board.load({ ...tinySources(), areas: 'gone.csv' });
    expect(board.snapshot.status).toBe('failed');
    expect(board.snapshot.diagnostics.map(({ code }) => code)).toEqual(['source-status', 'board-areas-missing']);
  });

  test('offline, what stood before stays, evaluates on, and is said to be kept', async () => {
    const board = new Board({ fetchText });
    await board.load(tinySources());
    const { plan, dataset } = board.snapshot;
    for (const sources of [
      { ...tinySources(), observations: 'cut.csv' },
      { ...tinySources(), plan: 'cut.csv', areas: 'cut.csv' },
    ]) {
      await board.load(sources);
      expect(board.snapshot.status).toBe('ready');
      expect(board.snapshot.plan).toBe(plan);
      expect(board.snapshot.dataset).toBe(dataset);
      expect(board.snapshot.evaluation?.target('income-5').at(root).numerator).toBe(2);
      expect(new Set(board.snapshot.diagnostics.map(({ code }) => code))).toEqual(
        new Set(['source-network', 'board-kept']),
      );
    }
    await board.load(tinySources());
    expect(board.snapshot.diagnostics).toEqual([]);
  });

  test('offline from the beginning, nothing stands and that is said', async () => {
    const board = new Board({ fetchText });
    await board.load({ ...tinySources(), areas: 'cut.csv' });
    expect(board.snapshot.status).toBe('failed');
    expect(board.snapshot.diagnostics.map(({ code }) => code)).toEqual(['source-network', 'board-areas-missing']);
  });

  test('a later load takes the place of one that still waits', async () => {
    let answer = (_text: FetchedText): void => undefined;
    const board = new Board({ fetchText: () => new Promise<FetchedText>((resolve) => (answer = resolve)) });
    const first = board.load({ ...tinySources(), observations: 'slow.csv' });
    await board.load(tinySources());
    answer({ text: 'indicator\n' });
    await first;
    expect(board.snapshot.evaluation?.target('income-5').at(root).numerator).toBe(2);
  });
});

test('a state of foreign values is refused, each with its name', async () => {
  const board = await loadTiny();
  const circle: Record<string, unknown> = {};
  circle['circle'] = circle;
  const before = board.snapshot.state;
  for (const odd of [12n, Symbol('a'), () => 1, circle, 7, Number.NaN]) {
    for (const key of ['view', 'asOf', 'target', 'selected', 'filter', 'breaks', 'highContrast']) {
      board.request({ [key]: odd });
      expect(board.snapshot.state, key).toEqual(before);
      expect(board.snapshot.diagnostics.length, key).toBeGreaterThan(0);
    }
  }
});

test('bounds of classes are a method or ascending numbers, and nothing else', async () => {
  const board = await loadTiny();
  const told = (): readonly string[] => board.snapshot.diagnostics.map(({ message }) => message);
  for (const asked of ['natural', [1, 5, 10], '1,5,10', '2.5']) {
    board.request({ breaks: asked } as never);
    expect(told(), String(asked)).toEqual([]);
  }
  expect(board.snapshot.state.breaks).toEqual([2.5]);
  for (const asked of ['jenks', '5,1', '1,,5', [], [1, Number.NaN], [1, 2, 3, 4, 5, 6], '']) {
    board.request({ breaks: asked } as never);
    expect(told(), String(asked)).toEqual([
      expect.stringContaining('breaks: expected auto, equal, quantile, natural, or up to five ascending lower bounds'),
    ]);
    expect(board.snapshot.state.breaks).toEqual([2.5]);
  }
});

test('a second date is evaluated beside the first; the same date is no comparison', async () => {
  const board = await loadTiny();
  expect(board.snapshot.compared).toBeNull();
  board.request({ compareTo: '2020-12-31' });
  expect(board.snapshot.compared?.asOf).toBe('2020-12-31');
  expect(board.snapshot.evaluation?.asOf).toBe('2021-12-31');
  board.request({ asOf: '2020-12-31' });
  expect(board.snapshot.compared).toBeNull();
  board.request({ compareTo: 'yesterday', comparison: 'around' } as never);
  expect(board.snapshot.diagnostics.map(({ path }) => path)).toEqual(['compare-to', 'comparison']);
  board.request({ compareTo: '', comparison: 'change' });
  expect(board.snapshot.diagnostics).toEqual([]);
});

test('a domain the plan does not have is shown as none and told', async () => {
  const board = await loadTiny();
  board.request({ target: null, domain: 'nowhere' });
  expect(board.snapshot.state.domain).toBeNull();
  expect(board.snapshot.diagnostics.map(({ message }) => message)).toEqual([
    'domain: the plan has no domain "nowhere"',
  ]);
});

describe('areas that come and go', () => {
  // 上沟村 and 下沟村 become 双沟村 at the end of 2020
  const areas = tinyAreas
    .replace(
      '1001201,上沟村,village,1001,villagers-committee,2020,,,,',
      '1001201,上沟村,village,1001,villagers-committee,2020,,,2020-12-31,1001209',
    )
    .replace(
      '1001202,下沟村,village,1001,villagers-committee,2020,,,,',
      '1001202,下沟村,village,1001,villagers-committee,2020,,,2020-12-31,1001209\n1001209,双沟村,village,1001,villagers-committee,2020,,2021-01-01,,',
    )
    .replace(
      '1002201,白杨村,village,1002,villagers-committee,2021,,,,',
      '1002201,白杨村,village,1002,villagers-committee,2021,,,2020-12-31,1001209',
    )
    .replace(
      '1002202,红柳村,village,1002,villagers-committee,2021,,,,',
      '1002202,红柳村,village,1002,villagers-committee,2021,,,2020-12-31,1001209',
    );
  const boundaries = {
    data: {
      type: 'FeatureCollection',
      features: ['1001209', '1001203'].map((code, x) => ({
        type: 'Feature',
        properties: { code },
        geometry: {
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
        },
      })),
    },
  };

  test('are missed by the boundaries of a date that had them', async () => {
    const board = new Board();
    await board.load({ ...tinySources({ areas }), boundaries });
    const about = () =>
      board.snapshot.diagnostics
        .map(({ code }) => code)
        .filter((code) => code.includes('boundary') && /few|without/.test(code));
    board.request({ asOf: '2021-12-31' });
    expect([about(), board.snapshot.join?.withoutShape]).toEqual([[], []]);
    // 上沟, 下沟, 白杨 and 红柳 of five
    board.request({ asOf: '2020-12-31' });
    expect(board.snapshot.join?.withoutShape).toEqual(['1001201', '1001202', '1002201', '1002202']);
    expect(about()).toEqual(['boundary-too-few', ...Array.from({ length: 4 }, () => 'area-without-boundary')]);
  });

  test('a township is descended into while it has villages', async () => {
    const board = new Board({ state: { asOf: '2020-12-31', within: '1002' } });
    await board.load(tinySources({ areas }));
    expect(board.snapshot.state.within).toBe('1002');
    board.request({ asOf: '2021-12-31' });
    expect(board.snapshot.state.within).toBeNull();
    board.request({ asOf: '2020-12-31' });
    expect(board.snapshot.state.within).toBe('1002');
  });
});

describe('what is in memory already', () => {
  /** Rows of a file without quotes, as objects. */
  const rowsOf = (text: string): readonly object[] => {
    const [head = '', ...lines] = text.trim().split('\n');
    return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [head.split(',')[at], cell])));
  };
  const judged = ({ snapshot }: Board) => snapshot.evaluation?.target('income-5').at(root);

  test('rows are read like files, and told by their place', async () => {
    const board = new Board({ state: { target: 'income-5' } });
    const observations = {
      name: 'observations',
      rows: [
        ...rowsOf(tinyObservations),
        { indicator: 'collective-income', area: '1002202', period: '2021', value: '约3' },
      ],
    };
    const snapshot = await board.load({
      ...tinySources(),
      areas: { name: 'areas', rows: rowsOf(tinyAreas) },
      observations,
    });
    // of five villages two have 5 or more, one says nothing that can be read
    expect(judged(board)).toMatchObject({ numerator: 2, verdict: 'undecided' });
    expect(snapshot.diagnostics.map(({ code, path }) => [code, path])).toContainEqual([
      'value-not-a-number',
      'observations[8].value',
    ]);
  });

  test('rows that changed in their list are read again', async () => {
    const board = new Board({ share: shareReading, state: { target: 'income-5' } });
    const rows = rowsOf(tinyObservations) as { value: string }[];
    const sources = { ...tinySources(), observations: { name: 'observations', rows } };
    await board.load(sources);
    for (const row of rows) row.value = '9';
    await board.load(sources);
    // four of the five villages report, 9 each
    expect(judged(board)).toMatchObject({ numerator: 4 });
  });

  test('a dataset that was read already is used as it is', async () => {
    const { plan, areas, observations } = tinySources();
    const { plan: parsed } = parsePlan((plan as { data: unknown }).data);
    if (!parsed) throw new Error('the small county has no plan');
    const dataset = readDataset(parsed, { areas: areas as SourceText, observations: observations as SourceText });
    const board = new Board({ state: { target: 'income-5' } });
    const snapshot = await board.load({ plan: { data: parsed }, dataset });
    expect([snapshot.status, snapshot.diagnostics, snapshot.dataset === dataset]).toEqual(['ready', [], true]);
    expect(judged(board)).toMatchObject({ numerator: 2, verdict: 'undecided' });
    const beside = await board.load({ plan: { data: parsed }, dataset, ...(observations && { observations }) });
    expect(beside.diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['source-beside-dataset', 'observations.csv'],
    ]);
  });

  test('what is of another form is told, and nothing throws', async () => {
    const board = new Board();
    const given = {
      ...tinySources(),
      dataset: { roster: [] },
      observations: [{ name: 'observations', rows: 'none' }, null, 5],
    } as unknown as BoardSources;
    const { status, diagnostics } = await board.load(given);
    expect(status).toBe('ready');
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['dataset-form', 'dataset'],
      ['source-form', 'observations'],
      ['source-form', 'rows'],
      ['source-form', 'rows'],
    ]);
  });
});

describe('what is painted', () => {
  test('is there without a map, and only anew where a field is seen in it', async () => {
    const board = await loadTiny();
    const { painting } = board.snapshot;
    // 5 villages: two at 5万元 or more, one below, two of whom nobody reported
    expect(painting?.areas.map(({ code }) => code)).toEqual(['1001201', '1001202', '1001203', '1002201', '1002202']);
    expect(painting?.legend.total).toBe(5);
    expect(painting?.summary).not.toBe('');
    expect(board.snapshot.painting).toBe(painting);
    board.request({ pointed: '1001201', selected: '1001201', tiles: 'hexagon' });
    expect(board.snapshot.painting).toBe(painting);
    board.request({ view: 'lights' });
    expect(board.snapshot.painting?.legend.basis).toBe('lights');
    expect(board.snapshot.painting).toBe(board.snapshot.painting);
  });

  test('comes with the change it shows: listeners hear once', async () => {
    const board = await loadTiny();
    const heard: string[][] = [];
    board.subscribe(({ painting }, changed) => heard.push([...changed, painting?.legend.basis ?? '']));
    board.request({ view: 'lights' });
    board.request({ view: 'rollout' });
    expect(heard).toEqual([
      ['view', 'lights'],
      ['view', 'rollout'],
    ]);
  });

  test('stands on the ground its map stands on', async () => {
    const board = await loadTiny();
    board.request({ view: 'lights' });
    const fills = (): readonly string[] => board.snapshot.painting?.legend.classes.map(({ paint }) => paint.fill) ?? [];
    const own = fills();
    const heard: string[] = [];
    board.subscribe((_snapshot, changed) => heard.push(...changed));
    board.noteGround('#123456');
    board.noteGround('#123456');
    expect(heard).toEqual(['ground']);
    expect(fills().at(-1)).toBe('#123456');
    board.noteGround(null);
    expect(fills()).toEqual(own);
  });

  test('of two dates side by side is both, under one legend; of a change one', async () => {
    const board = await loadTiny();
    expect(board.snapshot.besidePainting).toBeNull();
    board.request({ compareTo: '2020-12-31' });
    const { painting, besidePainting } = board.snapshot;
    const bounds = (one: typeof painting): unknown => one?.legend.classes.map(({ from, to }) => [from, to]);
    expect(besidePainting).not.toBe(painting);
    expect(bounds(besidePainting)).toEqual(bounds(painting));
    board.request({ comparison: 'change' });
    expect(board.snapshot.besidePainting).toBeNull();
    expect(board.snapshot.painting?.legend.basis).toBe('change');
  });

  test('stands while other files are read, and is that of the new ones after them', async () => {
    const board = await loadTiny();
    const { painting } = board.snapshot;
    const load = board.load(tinySources());
    expect(board.snapshot.painting).toBe(painting);
    await load;
    expect(board.snapshot.painting).not.toBe(painting);
    expect(board.snapshot.painting?.legend).toEqual(painting?.legend);
  });

  test('is an earlier snapshot’s own, also when that is asked late', async () => {
    const board = await loadTiny();
    const before = board.snapshot;
    board.request({ view: 'lights' });
    expect(board.snapshot.painting?.legend.basis).toBe('lights');
    expect(before.painting?.legend.basis).not.toBe('lights');
    expect(board.snapshot.painting?.legend.basis).toBe('lights');
  });
});
