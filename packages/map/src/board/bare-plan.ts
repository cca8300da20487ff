import type { Plan, Roster } from '@guatu/core';

/** A plan without targets, made from the roster's batches: what can still be shown when the plan cannot be read. */
export function makeBarePlan({ areas }: Roster): Plan | null {
  const cohorts = [...new Set(areas.map(({ rollout }) => rollout))].filter((cohort) => /^\d{4}$/.test(cohort)).sort();
  const [first] = cohorts;
  const last = cohorts.at(-1);
  if (first === undefined || last === undefined) return null;
  const level = areas.find(({ rollout }) => rollout !== '')?.level ?? 'village';
  return {
    id: '',
    title: { zh: '', en: '' },
    start: `${first}-01-01`,
    end: `${last}-12-31`,
    domains: [],
    indicators: [],
    targets: [],
    rollout: {
      clause: '',
      level,
      counting: 'incremental',
      batches: cohorts.map((cohort) => ({ cohort, count: 'rest' })),
    },
  };
}
