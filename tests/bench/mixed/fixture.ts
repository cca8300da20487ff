import { parsePlan, readDataset } from '@guatu/core';
import type { Dataset, Plan } from '@guatu/core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A plan as it stands in its file, as far as it is changed here. */
interface PlanFile {
  readonly targets: readonly { readonly scope: { readonly owes: object; readonly from?: string } }[];
}

// The bundle lies in node_modules/.cache/bench.
const folder = fileURLToPath(new URL('../../../fixtures/yongchang/', import.meta.url));

/** A file of the county's fixture. */
function readFixture(name: string): { readonly name: string; readonly text: string } {
  return { name, text: readFileSync(folder + name, 'utf8') };
}

/** Everything reported in the county, read for a plan. */
export function readCounty(plan: Plan): Dataset {
  return readDataset(plan, {
    areas: readFixture('areas.csv'),
    observations: readFixture('observations.csv'),
    registers: readFixture('registers.csv'),
    events: readFixture('events.csv'),
    links: readFixture('links.csv'),
  });
}

/** The county's plan as it is. */
export function readCountyPlan(): Plan {
  return requirePlan(readFixture('plan.json').text);
}

/** The same where villages do what townships did, so that no measure is left to a few of ten areas. */
export function readVillagePlan(): Plan {
  const file = JSON.parse(readFixture('plan.json').text) as PlanFile & { rosters?: unknown };
  const { rosters: _, ...rest } = file;
  const targets = file.targets.map(({ scope, ...target }) => {
    const { owes, from, ...others } = scope;
    const own = (owes as { level: string }).level === 'township';
    const { values: __, ...kept } = others as { values?: unknown };
    return {
      ...target,
      scope: {
        ...(own ? kept : others),
        owes: own ? { level: 'village' } : owes,
        ...(from === undefined ? {} : { from: from === 'township' ? 'village' : from }),
      },
    };
  });
  return requirePlan(JSON.stringify({ ...rest, targets }));
}

function requirePlan(text: string): Plan {
  const { plan, diagnostics } = parsePlan(text);
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (!plan || error) throw new Error(`the plan is refused: ${error?.message ?? ''} ${error?.path ?? ''}`);
  return plan;
}
