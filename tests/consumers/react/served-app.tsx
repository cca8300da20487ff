import { attach } from '@guatu/map/react';
import type { Filter, GuatuMap } from '@guatu/map';
import { useState } from 'react';

const FILTER: Filter = { cohorts: ['2020'], classes: [] };

/**
 * The same board on a page that a server has rendered. React sets no properties and hears no custom events of markup it
 * finds there, so the page gives them by a reference.
 */
export function ServedApp() {
  const [chosen, choose] = useState<string | null>(null);
  return (
    <main>
      <guatu-map
        ref={attach<GuatuMap>({ filter: FILTER, on: { 'guatu-area-select': ({ code }) => choose(code) } })}
        plan="/data/plan.json"
        areas="/data/areas.csv"
        data="/data/observations.csv /data/registers.csv /data/events.csv /data/links.csv"
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
