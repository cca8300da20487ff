import { formatByShape, nounOfReports, shareUnlessCounted } from './form-of.js';
import { answerKind } from './answer-kind.js';
import { LEVEL, NUMERIC } from './measure-kind.js';
import type { MeasureKind, MeasureOf } from './measure-kind.js';

/** Members that meet a predicate, out of all: 占比, 覆盖率. */
export const share = {
  schema: ({ object, literal, predicate }) => [object({ kind: literal('share'), predicate })],
  indicatorTypes: [],
  criteria: [...NUMERIC, 'every', 'none'],
  forbiddenRollUps: [],
  dimension: null,
  shape: (_, criterion) => shareUnlessCounted(criterion),
  format: (_, __, shape) => formatByShape(shape),
  source: ({ predicate: { measure } }) => answerKind(measure).source(measure),
  reads: ({ predicate: { measure } }) => answerKind(measure).reads(measure),
  noun: nounOfReports,
  traits: ({ predicate: { measure } }) => {
    const { addsPeriods, carriesLevels } = answerKind(measure).traits(measure);
    const asksEvents = 'event' in measure;
    return { ...LEVEL, takes: 'members', addsPeriods, carriesLevels, asksEvents, countsMembers: true, isShare: true };
  },
} satisfies MeasureKind<MeasureOf<'share'>>;
