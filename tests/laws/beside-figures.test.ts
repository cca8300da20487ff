import type { Criterion, Evaluation, Level, Result, Target } from '@guatu/core';
import { describeLight } from '@guatu/core/words';
import { buildScene, layoutAreas } from '@guatu/map/scene';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountTarget } from '../../packages/map/src/board/account-target.js';
import { summarise } from '../../packages/map/src/scene/summarise.js';
import { MEASURES } from './arbitrary-target.js';
import { arbitraryWorld } from './arbitrary-world.js';
import { evaluateCounty } from './county.js';
import { findWrongGap } from './find-wrong-gap.js';
import { hold } from './hold.js';
import { isRounded, withoutDirection } from './numbers-said.js';
import { evaluateWorld } from './world.js';
import type { World } from './world.js';

// What stands beside figures holds with them: verdicts, nouns, gaps, remarks about dates, the sentence over a domain.
// Every measure has its turn: what only cases or lists can get wrong is met as often as what all can.

const LEVELS: readonly Level[] = ['county', 'township', 'village'];
const BASES = ['explicit', 'carried', 'relative', 'inferred', 'planEnd'] as const;

/** Worlds whose dates are on every footing, and whose plans have read a word in one of two ways. */
const worldOf = (measure: Target['measure']['kind']): fc.Arbitrary<World> =>
  fc
    .tuple(arbitraryWorld({ measures: [measure], targets: 2 }), fc.constantFrom(...BASES))
    .map(([world, basis]) => ({ ...world, targets: world.targets.map((target) => readAs(target, basis)) }));

function readAs(target: Target, basis: (typeof BASES)[number]): Target {
  return {
    ...target,
    schedule: { ...target.schedule, basis },
    readings: [
      {
        parameter: 'whole',
        chosen: 'all',
        alternatives: ['reported'],
        why: { zh: '分母取全部的村，依条款一(二)。', en: 'Of all villages.' },
      },
    ],
  };
}

/** Everything that is said of one target in one area, in Chinese. */
function textsOf(evaluation: Evaluation, { id }: Target, row: number): Readonly<Record<string, string>> {
  const { roster } = evaluation.dataset;
  const { required, gap, expected, verdict } = accountTarget(evaluation, id, row, 'zh');
  return {
    sentence: summarise(evaluation, id, 'zh', roster.areas[row]?.code),
    card: [required, gap, expected, verdict].join('；'),
    why: evaluation.target(id).explain(row).text.zh,
  };
}

type Fault = (evaluation: Evaluation, target: Target, row: number) => string | undefined;

function everyFault(
  evaluation: Evaluation,
  faultOf: Fault,
  rows: readonly number[] = evaluation.dataset.roster.areas.map((_, row) => row),
): readonly string[] {
  return evaluation.plan.targets.flatMap((target) =>
    rows.flatMap((row) => {
      const fault = faultOf(evaluation, target, row);
      return fault === undefined ? [] : [`${target.measure.kind} ${target.criterion.kind} in row ${row}: ${fault}`];
    }),
  );
}

const readNumber = (text: string): readonly [number: number, unit: string] => {
  const [, number = '', unit = ''] = /^([−-]?[\d,]+(?:\.\d+)?)(.*)$/u.exec(text) ?? [];
  return [number === '' ? Number.NaN : Number(number.replaceAll(',', '').replace('−', '-')), unit];
};

/** Whether one number passes another as a criterion asks; nothing where a number alone does not say. */
function passes({ kind }: Criterion, figure: number, required: number): boolean | undefined {
  switch (kind) {
    case 'atLeast':
    case 'every':
    case 'done':
      return figure >= required;
    case 'moreThan':
      return figure > required;
    case 'atMost':
    case 'notAbove':
      return figure <= required;
    case 'lessThan':
      return figure < required;
    case 'none':
    case 'between':
    case 'about':
    case 'gradeAtLeast':
    case 'observe':
      return undefined;
  }
}

/** Areas judged from those below them pass by a share, whatever is asked of each. */
function isTallied({ scope: { rollUp, owes } }: Target, { level }: Result): boolean {
  return (rollUp === 'allOf' || rollUp === 'shareOfAreas') && LEVELS.indexOf(level) < LEVELS.indexOf(owes.level);
}

const SAID = { attained: true, notAttained: false } as const;

/** A verdict that the two numbers beside it speak against, and no period is named that they are not of. */
const contradicted: Fault = (evaluation, target, row) => {
  const { figure, required, verdict, result } = accountTarget(evaluation, target.id, row, 'zh');
  const said = result.verdict === 'attained' || result.verdict === 'notAttained' ? SAID[result.verdict] : undefined;
  const [own, unit] = readNumber(figure);
  const [asked, unitAsked] = readNumber(withoutDirection(required));
  // beside a member's own figure the verdict is about the share
  const comparable = result.memberFigure === null && unit === unitAsked && !Number.isNaN(own + asked);
  if (said === undefined || !comparable || /年|季度|月/u.test(verdict)) return undefined;
  const shown = isTallied(target, result) ? own >= asked : passes(target.criterion, own, asked);
  return shown === undefined || shown === said ? undefined : `${figure}, ${required}: ${verdict}`;
};

/** What is missing and what was expected, as the light tells them, of a figure and a mark that stand beside it. */
const misLit: Fault = (evaluation, target, row) => {
  const result = evaluation.target(target.id).at(row);
  const { figure, required, expected } = result;
  const text = describeLight(result, 'zh');
  const [, come, aimed] = /完成率([\d.]+)%，应有([\d.]+)%/u.exec(text) ?? [];
  const up = passes(target.criterion, 1, 0) === true && target.measure.kind !== 'remaining';
  if (come === undefined || figure === null || !required || expected === null || !up) return undefined;
  if (target.progressFrom === 'baseline' || isTallied(target, result)) return undefined;
  const share = (value: number): number => 100 * Math.min(1, Math.max(0, value / required));
  const right = isRounded(come, share(figure)) && isRounded(aimed ?? '', share(expected));
  return right ? undefined : `${String(figure)} of ${String(required)}, ${String(expected)} expected: ${text}`;
};

const NOUNS: Readonly<Record<Level, RegExp>> = {
  county: /(?:(\d+)\/)?(\d+)个县/gu,
  township: /(?:(\d+)\/)?(\d+)个乡镇/gu,
  village: /(?:(\d+)\/)?(\d+)村/gu,
};

/** Areas of a level at and below a row. */
function countWithin({ dataset: { roster } }: Evaluation, row: number, level: Level): number {
  const inside = (one: number): boolean => one === row || (one >= 0 && inside(roster.parents[one] ?? -1));
  return roster.areas.filter((area, one) => area.level === level && inside(one)).length;
}

/** More counties, townships or villages than there are: what was counted are reports, people, cases. */
const misnamed: Fault = (evaluation, target, row) => {
  const { criterion } = target;
  const { required, gap } = evaluation.target(target.id).at(row);
  const { value, upper } = { value: null, upper: null, ...criterion };
  const asked: readonly (number | null)[] = [value, upper, required, gap];
  const found = Object.entries(textsOf(evaluation, target, row)).flatMap(([where, text]) =>
    LEVELS.flatMap((level) =>
      [...text.matchAll(NOUNS[level])]
        .filter(([, , total]) => !asked.includes(Number(total)) && Number(total) > countWithin(evaluation, row, level))
        .map(([words]) => `${words} in the ${where}`),
    ),
  );
  return found[0];
};

/** A miss that is excused with the clause's silence where the clause states a date, or not where it states none. */
const misdated: Fault = (evaluation, target, row) => {
  const { basis } = target.schedule;
  const silent = basis === 'inferred' || basis === 'planEnd';
  const missed = evaluation.target(target.id).at(row).verdict === 'notAttained';
  return Object.entries(textsOf(evaluation, target, row))
    .filter(([where]) => where !== 'card')
    .map(([where, text]) => [where, text, text.includes('未写明期限')] as const)
    .filter(([, , said]) => said !== (silent && missed))
    .map(([where, text]) => `${basis} in the ${where}: ${text}`)[0];
};

/** A name for programs, or punctuation of another script, in a Chinese sentence. */
const foreign: Fault = (evaluation, target, row) =>
  Object.entries(textsOf(evaluation, target, row))
    .map(([where, text]) => {
      const mark = /.{0,8}(?:[\u4e00-\u9fff）”][,;:()]|[,;:()][\u4e00-\u9fff（“]|。。|，，|：：|\w+=\w+).{0,8}/u.exec(
        text,
      )?.[0];
      return mark === undefined ? undefined : `${mark} in the ${where}`;
    })
    .find((fault) => fault !== undefined);

/** What a domain's sentence and areas say of it, against what the card of the same area reads. */
function findDomainFaults(evaluation: Evaluation): readonly string[] {
  const { roster } = evaluation.dataset;
  return (['village', 'township'] as const).flatMap((level) => {
    const layout = layoutAreas(roster, null, { width: 400, level, asOf: evaluation.asOf });
    const { summary, paints } = buildScene({ evaluation, layout, target: null, domain: 'd', level, locale: 'zh' });
    const { attainment, completeness } = evaluation.domain('d', 0);
    const [, own] = /领域完成率([\d.]+)%，计\d+项/u.exec(summary) ?? [];
    const [, counted, known] = /领域完成率[\d.]+%，计(\d+)项，有数(\d+)项/u.exec(summary) ?? [];
    const right =
      attainment === null
        ? own === undefined
        : own !== undefined &&
          isRounded(own, 100 * attainment) &&
          Number(counted) === completeness.total &&
          Number(known) === completeness.reported;
    const tips = layout.areas.flatMap(({ code }, index) => {
      const { attainment: ofArea } = evaluation.domain('d', roster.indexOf(code));
      const label = paints[index]?.label ?? '';
      const [, said] = /完成率([\d.]+)%/u.exec(label) ?? [];
      return said === undefined || (ofArea !== null && isRounded(said, 100 * ofArea)) ? [] : [label];
    });
    return [...(right ? [] : [`${String(attainment)}: ${summary}`]), ...tips];
  });
}

describe.each(MEASURES)('beside the figures of %s', (measure) => {
  it('stand verdicts they do not contradict, and gaps that subtract', () => {
    hold(worldOf(measure), 30, (world) => {
      const evaluation = evaluateWorld(world);
      expect([contradicted, misLit].flatMap((faultOf) => everyFault(evaluation, faultOf))).toEqual([]);
      expect(findWrongGap(evaluation)).toEqual([]);
    });
  });

  it('stand nouns of what was counted, the footing of the date, the words and marks of the language', () => {
    hold(worldOf(measure), 10, (world) => {
      const evaluation = evaluateWorld(world);
      expect([misnamed, misdated, foreign].flatMap((faultOf) => everyFault(evaluation, faultOf))).toEqual([]);
    });
  });

  it('stands what the card says of the domain', () => {
    hold(worldOf(measure), 6, (world) => {
      expect(findDomainFaults(evaluateWorld(world))).toEqual([]);
    });
  });
});

describe('beside the figures of the county', () => {
  it.each(['2021-05-15', '2021-12-31'])('stand the light of the year that runs and the verdict, on %s', (asOf) => {
    const evaluation = evaluateCounty(asOf);
    expect([contradicted, misLit].flatMap((faultOf) => everyFault(evaluation, faultOf, [0, 1, 60]))).toEqual([]);
    expect(findWrongGap(evaluation, [0, 1, 60])).toEqual([]);
  });

  it('is said to be nothing to count where a place has none of what the whole counts', () => {
    const evaluation = evaluateCounty('2021-12-31');
    const [code = ''] = evaluation.dataset.roster.areas.flatMap((area, row) =>
      evaluation.target('red-sites-listed').completenessOf(row).total === 0 ? [area.code] : [],
    );
    expect(summarise(evaluation, 'red-sites-listed', 'zh', code)).toContain('：本地没有要计数的对象；');
    // of a case nobody is known to have had nothing is claimed
    expect(summarise(evaluation, 'high-value-farming', 'zh')).toContain('：尚无报数；');
  });
});
