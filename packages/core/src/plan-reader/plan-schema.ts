import { PROGRESS_METHODS } from '../progress/progress-method.js';
import { createMeasureSchemas } from './measure-schema.js';
import { createScalarSchemas } from '../schema/scalar-schema.js';
import type { Zod } from '../schema/scalar-schema.js';

/**
 * Builds the schemas of a plan file, whole and in the parts that are read one by one.
 *
 * Nothing is built when the module is loaded, so a bundle that never reads a plan leaves all of it out.
 */
export function createPlanSchemas(z: Zod) {
  // zod probes `new Function` otherwise, which a strict content security policy reports.
  z.config({ jitless: true });

  const scalars = createScalarSchemas(z);
  const { id, text, date, period, yearStart, cohort, level, kind, basis, unit, number, count, share } = scalars;
  const measures = createMeasureSchemas(z, scalars);
  const { measure, criterion, baseline } = measures;

  const reading = z.object({
    parameter: z.string(),
    chosen: z.string(),
    alternatives: z.array(z.string()),
    why: text,
  });

  const document = z.object({
    number: z.exactOptional(z.string()),
    issuer: z.exactOptional(text),
    issuedOn: z.exactOptional(date),
    publishedOn: z.exactOptional(date),
  });
  const calendar = z.object({ yearStart, named: z.exactOptional(z.enum(['start', 'end'])) });
  const rosterSize = z.object({ level, kind: z.exactOptional(kind), count });
  const domain = z.object({ id, name: text, weight: z.exactOptional(number.check(z.gte(0))) });

  const counts = z.exactOptional(z.boolean());
  const planUnit = z.union([
    z.object({
      id,
      dimension: z.exactOptional(id),
      of: z.exactOptional(number.check(z.gt(0))),
      unit: z.exactOptional(unit),
      counts,
    }),
    z.object({ name: id, counts }),
  ]);

  const rollout = z.object({
    clause: z.string(),
    level,
    kind: z.exactOptional(kind),
    counting: z.enum(['incremental', 'cumulative']),
    batches: z.array(z.object({ cohort, count: z.union([count, z.literal('rest')]) })),
    event: z.exactOptional(id),
    readings: z.exactOptional(z.array(reading)),
  });

  const named = { id, name: text, description: z.exactOptional(text), source: z.exactOptional(text) };
  const indicator = z.discriminatedUnion('type', [
    z.object({ ...named, type: z.literal('quantity'), unit }),
    z.object({
      ...named,
      type: z.literal('ratio'),
      unit,
      denominatorUnit: z.exactOptional(unit),
      part: z.exactOptional(z.boolean()),
    }),
    z.object({ ...named, type: z.literal('grade'), best: z.int(), worst: z.int() }),
    z.object({ ...named, type: z.literal('state') }),
  ]);

  const span = { from: z.exactOptional(date), to: z.exactOptional(date), basis };
  const schedule = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('by'), date, basis }),
    z.object({
      kind: z.enum(['eachYear', 'eachHalf', 'eachQuarter', 'eachMonth']),
      ...span,
      newOnly: z.exactOptional(z.boolean()),
    }),
    z.object({
      kind: z.literal('throughout'),
      ...span,
      dip: z.exactOptional(z.enum(['fails', 'remark'])),
    }),
    z.object({ kind: z.literal('standing'), basis }),
  ]);

  const scope = z.object({
    owes: z.object({
      level,
      kind: z.exactOptional(kind),
      areas: z.exactOptional(z.array(id)),
      register: z.exactOptional(id),
    }),
    from: z.exactOptional(level),
    rollUp: z.enum(['sum', 'ratioOfSums', 'countDistinct', 'shareOfAreas', 'allOf', 'reported']),
    members: z.exactOptional(z.object({ kind: z.exactOptional(kind), cohort: z.exactOptional(cohort) })),
    requiredShare: z.exactOptional(number.check(z.gte(0), z.lte(100))),
    values: z.exactOptional(z.array(z.object({ area: id, period: z.exactOptional(period), value: number }))),
  });

  const target = z.object({
    id,
    clause: z.string(),
    domain: id,
    name: text,
    description: z.exactOptional(text),
    measure,
    criterion,
    schedule,
    scope,
    firmness: z.exactOptional(z.enum(['plain', 'ensure', 'strive', 'explore'])),
    series: z.exactOptional(id),
    parent: z.exactOptional(id),
    clock: z.exactOptional(z.enum(['plan', 'rollout'])),
    minCompleteness: z.exactOptional(share),
    progressFrom: z.exactOptional(z.enum(['zero', 'baseline'])),
    baseline: z.exactOptional(baseline),
    expectedPath: z.exactOptional(z.enum(['linear', 'stepped', 'compound'])),
    progressMethod: z.exactOptional(z.enum(PROGRESS_METHODS)),
    responsible: z.exactOptional(text),
    readings: z.exactOptional(z.array(reading)),
    outsideControl: z.exactOptional(z.boolean()),
  });

  const light = z.object({ preset: z.enum(['points', 'ratio']) });
  const ranking = z.object({
    last: z.int().check(z.gte(1)),
    rounds: z.int().check(z.gte(1)),
    minCompleteness: share,
  });

  /** What a plan cannot do without. */
  const identity = { $schema: z.exactOptional(z.string()), id, title: text, start: date, end: date };
  /** What a plan stays a plan without. */
  const sections = { document, calendar, illustrative: text, rollout, light, ranking };

  const plan = z.object({
    ...identity,
    document: z.exactOptional(document),
    calendar: z.exactOptional(calendar),
    illustrative: z.exactOptional(text),
    rosters: z.exactOptional(z.array(rosterSize)),
    domains: z.array(domain),
    units: z.exactOptional(z.array(planUnit)),
    rollout: z.exactOptional(rollout),
    indicators: z.array(indicator),
    targets: z.array(target),
    light: z.exactOptional(light),
    ranking: z.exactOptional(ranking),
  });

  return {
    plan,
    identity: z.object(identity),
    sections,
    lists: { rosters: rosterSize, domains: domain, units: planUnit, indicators: indicator, targets: target },
    parts: { ...measures, schedule, scope, reading, text, date, period, unit },
  };
}

export type PlanSchemas = ReturnType<typeof createPlanSchemas>;
