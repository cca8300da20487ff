import type {} from '@guatu/map/react';
import type { AreaSelectEvent } from '@guatu/map';
import { useState } from 'react';

/** A county's board as an application in React writes it: attributes, a property, an event, a companion inside. */
export function App() {
  const [chosen, choose] = useState<string | null>(null);
  return (
    <main>
      <guatu-map
        plan="/data/plan.json"
        areas="/data/areas.csv"
        data="/data/observations.csv /data/registers.csv /data/events.csv /data/links.csv"
        target="collective-income-5-2022"
        as-of="2021-12-31"
        theme="dark"
        renderer="svg"
        selected={chosen}
        onguatu-area-select={(event: AreaSelectEvent) => choose(event.code)}
      >
        <guatu-legend />
      </guatu-map>
      <output>{chosen ?? 'none'}</output>
    </main>
  );
}
