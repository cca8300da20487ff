import { evaluate, VERDICTS } from '@guatu/core';
import type { Result } from '@guatu/core';
import type { ScaledCounty } from './scaled-county.js';

/**
 * Holds every answer of a village against the one its model has in the small county, row by row as expanded there. Sums
 * are held against bare loops (`floors.ts`).
 *
 * @returns how many answers were compared.
 * @throws Error naming the first that differs.
 */
export function verifyVillages(scaled: ScaledCounty, models: ScaledCounty, asOf: string): number {
  const [large, small] = [scaled, models].map(({ plan, dataset }) => evaluate(plan, dataset, { asOf }));
  if (!large || !small) return 0;
  const { areas } = scaled.dataset.roster;
  let compared = 0;
  for (const { id } of scaled.plan.targets) {
    const { verdicts, attainments, drawn } = large.target(id);
    const model = small.target(id);
    const rows = models.dataset.roster.areas.map((_, row) => expectedOf(model.at(row), model.drawn[row] as number));
    for (const [row, { level, code }] of areas.entries()) {
      if (level !== 'village') continue;
      const expected = rows[scaled.donors[row] as number] as Expected;
      const found = [verdicts[row], attainments[row], drawn[row]] as const;
      for (const [at, want] of [expected.verdict, expected.attainment, expected.drawn].entries()) {
        compared++;
        if (!isSame(found[at] as number, want)) {
          throw new Error(`${id} ${code}: ${String(found[at])} where its model has ${want}`);
        }
      }
    }
  }
  return compared;
}

interface Expected {
  readonly verdict: number;
  readonly attainment: number;
  readonly drawn: number;
}

function expectedOf({ verdict, attainment }: Result, drawn: number): Expected {
  return { verdict: VERDICTS.indexOf(verdict), attainment: attainment ?? Number.NaN, drawn };
}

function isSame(found: number, expected: number): boolean {
  return Object.is(found, expected) || Math.abs(found - expected) <= 1e-12;
}
