import { createRoster, VERDICTS } from '@guatu/core';
import type {
  Area,
  AreaRollout,
  Dataset,
  DomainAttainment,
  Evaluation,
  Plan,
  Result,
  RolloutState,
  Roster,
  Target,
  TargetEvaluation,
} from '@guatu/core';

/** A village as tests write it: its state in the rollout and, if it has any, its result. */
export interface FakeArea {
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
  readonly level?: Area['level'];
  readonly kind?: Area['kind'];
  readonly cohort?: string;
  readonly state?: RolloutState;
  readonly startedOn?: string;
  readonly result?: Partial<Result>;
  readonly refused?: number;
  readonly domain?: Partial<DomainAttainment>;
}

export interface FakeOptions {
  readonly areas: readonly FakeArea[];
  readonly target?: Partial<Target>;
  readonly plan?: Partial<Plan>;
  readonly asOf?: string;
}

/** Owed by the county, answered by villages: a share of 70% by the end of 2022. */
export const SHARE: Target = {
  id: 'share',
  clause: '二(一)1',
  domain: 'industry',
  name: { zh: '集体收入5万元以上的村', en: 'Villages with 50,000 yuan or more' },
  measure: {
    kind: 'share',
    predicate: {
      measure: { kind: 'stock', indicator: 'income' },
      criterion: { kind: 'atLeast', value: 5, unit: '万元' },
    },
  },
  criterion: { kind: 'atLeast', value: 70, unit: '%' },
  schedule: { kind: 'by', date: '2022-12-31', basis: 'explicit' },
  scope: { owes: { level: 'county' }, from: 'village', rollUp: 'shareOfAreas' },
};

const PLAN: Plan = {
  id: 'fake',
  title: { zh: '试验计划', en: 'A trial plan' },
  start: '2020-01-01',
  end: '2022-12-31',
  domains: [{ id: 'industry', name: { zh: '产业', en: 'Industry' } }],
  rollout: {
    clause: '一',
    level: 'village',
    kind: 'villagers-committee',
    counting: 'incremental',
    batches: [
      { cohort: '2020', count: 1 },
      { cohort: '2021', count: 1 },
      { cohort: '2022', count: 'rest' },
    ],
  },
  indicators: [{ id: 'income', type: 'quantity', unit: '万元', name: { zh: '收入', en: 'Income' } }],
  targets: [],
};

/** An empty result; tests say only what matters to them. */
function makeResult(given: Partial<Result> = {}): Result {
  return {
    target: 'share',
    indicator: 'income',
    area: '',
    level: 'village',
    verdict: 'notJudged',
    attainment: null,
    rawAttainment: null,
    figure: null,
    numerator: null,
    denominator: null,
    bounds: null,
    required: null,
    unit: '%',
    expected: null,
    pace: null,
    progress: null,
    light: null,
    lightRule: null,
    movement: null,
    gap: null,
    gapUnit: '村',
    completeness: { reported: 1, total: 1 },
    periods: [],
    remarks: [],
    expectedPath: null,
    firstAttainedOn: null,
    step: null,
    memberProgress: null,
    memberFigure: null,
    memberRequired: null,
    memberUnit: null,
    figurePeriod: null,
    stale: false,
    ...given,
  };
}

/** An evaluation whose every answer was written down by the test. */
export function fakeEvaluation({ areas, target, plan, asOf = '2021-12-31' }: FakeOptions): Evaluation {
  const roster = makeRoster(areas);
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const at = (row: number): FakeArea | undefined => byCode.get(roster.areas[row]?.code ?? '');
  const fullTarget: Target = { ...SHARE, ...target };
  const fullPlan: Plan = { ...PLAN, targets: [fullTarget], ...plan };
  const rollout = (row: number): AreaRollout => ({
    cohort: at(row)?.cohort ?? '',
    state: at(row)?.state ?? 'none',
    startedOn: at(row)?.startedOn ?? null,
  });
  const results = roster.areas.map(({ code, level }, row) =>
    makeResult({
      area: code,
      level,
      ...(at(row)?.result ?? { verdict: 'notApplicable', completeness: { reported: 0, total: 0 } }),
    }),
  );
  const evaluated: TargetEvaluation = {
    target: fullTarget,
    verdicts: Uint8Array.from(results, ({ verdict }) => VERDICTS.indexOf(verdict)),
    attainments: Float64Array.from(results, ({ attainment }) => attainment ?? Number.NaN),
    drawn: Float64Array.from(results, ({ attainment, memberProgress }) => memberProgress ?? attainment ?? Number.NaN),
    concerns: (row) => results[row]?.verdict !== 'notApplicable',
    figureOf: (row) => results[row]?.memberFigure ?? results[row]?.figure ?? Number.NaN,
    lightOf: (row) => results[row]?.light ?? null,
    completenessOf: (row) => results[row]?.completeness ?? { reported: 0, total: 0 },
    isStale: (row) => results[row]?.stale ?? false,
    refusedOf: (row) => at(row)?.refused ?? 0,
    at: (row) => results[row] ?? makeResult(),
    explain: () => ({ steps: [], text: { zh: '', en: '' } }),
  };
  return {
    plan: fullPlan,
    dataset: makeDataset(roster),
    asOf,
    knownOn: null,
    lightRule: { preset: 'points' },
    diagnostics: [],
    exists: (row) => row in roster.areas,
    rollout,
    rolloutTotals: (root) => {
      const rows = roster.areas
        .map((_, row) => row)
        .filter((row) => isWithin(roster, row, root) && rollout(row).state !== 'none');
      const count = (state: RolloutState): number => rows.filter((row) => rollout(row).state === state).length;
      return {
        started: count('started'),
        late: count('late'),
        unreported: count('unreported'),
        total: rows.length,
        startsReported: !areas.some(({ state }) => state === 'unreported'),
      };
    },
    target: (id) => {
      if (id !== fullTarget.id) throw new RangeError(`unknown target: ${id}`);
      return evaluated;
    },
    domain: (id, row) => ({
      domain: id,
      attainment: null,
      completeness: { reported: 0, total: 0 },
      ...at(row)?.domain,
      targets: [],
    }),
    update: () => [],
  };
}

function isWithin({ parents }: Roster, row: number, root: number): boolean {
  for (let at = row; at >= 0; at = parents[at] ?? -1) if (at === root) return true;
  return false;
}

function makeRoster(areas: readonly FakeArea[]): Roster {
  return createRoster(
    areas.map(({ code, name, parent = '', level = 'village', kind, cohort = '' }): Area => ({
      code,
      name,
      level,
      parent,
      kind: kind ?? (level === 'village' ? 'villagers-committee' : level === 'township' ? 'town' : 'county'),
      rollout: cohort,
      aliases: [],
      validFrom: '',
      validTo: '',
      successor: '',
    })),
  );
}

function makeDataset(roster: Roster): Dataset {
  const observations: Dataset['observations'] = {
    column: () => undefined,
    reports: {
      length: 0,
      at: () => {
        throw new RangeError('no reports');
      },
      supersededBy: () => [],
    },
    knownOn: () => observations,
    levels: (indicator) => observations.column(indicator),
    mergedBy: () => observations,
  };
  return {
    roster,
    observations,
    registers: new Map(),
    events: new Map(),
    hasEvents: false,
    links: new Map(),
    diagnostics: [],
    rowCounts: new Map(),
    refused: { count: () => 0 },
  };
}
