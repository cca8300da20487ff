import type { Evaluation } from '@guatu/core';
import { buildScene, layoutAreas } from '@guatu/map/scene';
import type { Scene } from '@guatu/map/scene';
import { describe, expect, it } from 'vitest';
import { listRows } from '../../packages/map/src/board/list-rows.js';
import type { AreaRow } from '../../packages/map/src/board/list-rows.js';
import { readClasses } from '../../packages/map/src/board/read-classes.js';
import { MEASURES } from './arbitrary-target.js';
import { arbitraryWorld } from './arbitrary-world.js';
import { hold } from './hold.js';
import { isRounded, withoutDirection } from './numbers-said.js';
import { evaluateWorld } from './world.js';

// A line of the table is read column by column against the evaluator and the picture: a fault of the list alone is met here.

const LEVELS = ['village', 'township'] as const;

const number = (text: string): number =>
  Number(/^[+−-]?[\d,]+(?:\.\d+)?/u.exec(text)?.[0].replaceAll(',', '').replace('−', '-') ?? Number.NaN);

/** Whether a text starts with a number, rounded. A state or grade has its word, or its number before one. */
function says(text: string, value: number | null): boolean {
  if (value === null) return text === '';
  if (text === '是' || text === '否') return (text === '是') === value > 0;
  return isRounded(String(number(withoutDirection(text))), value);
}

const STATES = {
  已启动: 'started',
  本年应启动: 'due',
  逾期未启动: 'late',
  未报启动: 'unreported',
  未到批次: 'planned',
} as const;

type Column = (
  line: AreaRow,
  of: { evaluation: Evaluation; id: string; row: number; scene: Scene; index: number },
) => boolean;

/** Whether a column says of an area what the evaluator, or the picture, has of it. */
const COLUMNS: Readonly<Record<string, Column>> = {
  name: ({ name, parent }, { evaluation: { dataset }, row }) => {
    const { areas, parents } = dataset.roster;
    return name === areas[row]?.name && parent === (areas[parents[row] ?? -1]?.name ?? '');
  },
  figure: ({ figure }, { evaluation, id, row }) => {
    const { figure: own, memberFigure } = evaluation.target(id).at(row);
    return says(figure, memberFigure ?? own);
  },
  required: ({ required }, { evaluation, id, row }) => {
    const result = evaluation.target(id).at(row);
    if (result.memberFigure !== null) return says(required, result.memberRequired);
    return says(required, result.verdict === 'notJudged' ? null : result.required);
  },
  older: ({ older, figure }, { evaluation, id, row }) =>
    (older !== '') === (figure !== '' && evaluation.target(id).isStale(row)),
  light: ({ light }, { evaluation, id, row }) => light === evaluation.target(id).at(row).light,
  // what the column is sorted by: how far it has come, else its own figure
  progress: ({ progress }, { evaluation, id, row }) => {
    const evaluated = evaluation.target(id);
    const drawn = evaluated.drawn[row] ?? Number.NaN;
    return Object.is(progress, Number.isNaN(drawn) ? (evaluated.at(row).figure ?? Number.NaN) : drawn);
  },
  rollout: ({ rollout, started }, { evaluation, row }) => {
    const { state, startedOn } = evaluation.rollout(row);
    const { started: some, total, startsReported } = evaluation.rolloutTotals(row);
    if (state === 'none')
      return (
        rollout === (total === 0 ? '' : startsReported ? `${some}/${total}` : '–') &&
        started === (total > 0 && startsReported ? some / total : -1)
      );
    const [year = '', month = '', day = ''] = startedOn?.split('-') ?? [];
    if (startedOn !== null) return rollout === `${year}年${Number(month)}月${Number(day)}日启动`;
    return STATES[rollout as keyof typeof STATES] === state;
  },
  cohort: ({ cohort, mark }, { evaluation, row }) =>
    cohort === evaluation.dataset.roster.areas[row]?.rollout &&
    (mark !== '') === (evaluation.rollout(row).state !== 'none'),
  class: ({ class: label }, { scene: { legend, paints }, index }) => {
    const kind = paints[index]?.class;
    return typeof kind === 'number'
      ? label === legend.classes[kind]?.label
      : label === legend.nothings.find((nothing) => nothing.kind === kind)?.label;
  },
};

function findMisread(evaluation: Evaluation, id: string): readonly string[] {
  return LEVELS.flatMap((level) => {
    const layout = layoutAreas(evaluation.dataset.roster, null, { width: 400, level, asOf: evaluation.asOf });
    const scene = buildScene({ evaluation, layout, target: id, level, locale: 'zh' });
    const codes = layout.areas.map(({ code }) => code);
    const classes = readClasses({ ...scene, areas: layout.areas }, 'zh');
    const lines = listRows(evaluation, { codes, target: id, locale: 'zh', classes });
    if (lines.length !== codes.length) return ['not every area has its line'];
    return lines.flatMap((line, index) =>
      Object.entries(COLUMNS)
        .filter(([, isRight]) => {
          const row = evaluation.dataset.roster.indexOf(codes[index] ?? '');
          return !isRight(line, { evaluation, id, row, scene, index });
        })
        .map(([column]) => `${column} of ${id} at ${line.code}: ${JSON.stringify(line)}`),
    );
  });
}

describe('a line of the table', () => {
  it.each(MEASURES)('says of %s what the evaluator has of that area, column by column', (measure) => {
    hold(arbitraryWorld({ measures: [measure], targets: 2 }), 10, (world) => {
      const evaluation = evaluateWorld(world);
      expect(evaluation.plan.targets.flatMap(({ id }) => findMisread(evaluation, id))).toEqual([]);
    });
  });
});
