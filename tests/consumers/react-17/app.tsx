import { attach } from '@guatu/map/react';
import type { Filter, GuatuMap } from '@guatu/map';
import { useState } from 'react';

const FILTER: Filter = { cohorts: ['2020'], classes: [] };

/** A county's board in React 17: attributes as HTML has them; properties and listeners by a reference. */
export function App() {
  const [chosen, choose] = useState<string | null>(null);
  return (
    <main>
      <guatu-map
        ref={attach<GuatuMap>({ filter: FILTER, on: { 'guatu-area-select': ({ code }) => choose(code) } })}
        plan="/data/plan.json"
        areas="/data/areas.csv"
        data="/data/observations.csv"
        target="collective-income-5-2022"
        as-of="2021-12-31"
        theme="dark"
        renderer="svg"
        selected={chosen}
      >
        <guatu-legend />
      </guatu-map>
      <output>{chosen ?? 'none'}</output>
    </main>
  );
}

export const mistakes = [
  // @ts-expect-error no such theme
  <guatu-map key="1" theme="neon" />,
  // @ts-expect-error a server would write it as it stands, which is no attribute
  <guatu-map key="2" asOf="2021-12-31" />,
];
