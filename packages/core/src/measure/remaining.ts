import { unitOf } from '../criterion/index.js';
import { ITEM } from './noun.js';
import { answerKind } from './answer-kind.js';
import { formatByShape, isPercent, nounOfReports } from './form-of.js';
import { LEVEL } from './measure-kind.js';
import type { MeasureKind, MeasureOf, MeasureTraits } from './measure-kind.js';

const OF_MEMBERS: MeasureTraits = {
  ...LEVEL,
  told: 'left',
  takes: 'members',
  countsMembers: true,
  countsDown: true,
  takesPercent: false,
  countUnit: '村',
};
const OF_LEDGER: MeasureTraits = {
  ...OF_MEMBERS,
  takes: 'rows',
  ofAreas: false,
  hasAreaRows: true,
  isRanked: false,
  countUnit: '项',
};
/** What happens to an item of a ledger. */
const STEPS = ['opened', 'closed', 'reopened', 'due'] as const;

/** What is still open, in a ledger or among members: 清零. */
export const remaining = {
  schema: ({ object, literal, optional, id, date, predicate }) => [
    object({ kind: literal('remaining'), ledger: id }),
    object({ kind: literal('remaining'), predicate, baseline: optional(date) }),
  ],
  indicatorTypes: [],
  criteria: ['none', 'atMost', 'lessThan', 'between', 'about'],
  forbiddenRollUps: [],
  dimension: null,
  shape: (measure, criterion) => ('predicate' in measure && isPercent(unitOf(criterion)) ? 'share' : 'count'),
  format: (_, __, shape) => formatByShape(shape),
  source: (measure) => {
    if ('ledger' in measure) return measure.ledger;
    const { measure: asked } = measure.predicate;
    return answerKind(asked).source(asked);
  },
  reads: (measure) => {
    if ('ledger' in measure) return { events: STEPS.map((step) => `${measure.ledger}-${step}`) };
    const { measure: asked } = measure.predicate;
    return answerKind(asked).reads(asked);
  },
  noun: (measure, target) => ('ledger' in measure ? ITEM : nounOfReports(measure, target)),
  traits: (measure) => {
    if ('ledger' in measure) return OF_LEDGER;
    const { measure: asked } = measure.predicate;
    const { addsPeriods, carriesLevels } = answerKind(asked).traits(asked);
    return { ...OF_MEMBERS, addsPeriods, carriesLevels, asksEvents: false };
  },
} satisfies MeasureKind<MeasureOf<'remaining'>>;
