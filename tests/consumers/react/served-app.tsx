import type {} from '@guatu/map/react';
import type { GuatuMap } from '@guatu/map';
import { useEffect, useRef, useState } from 'react';

/**
 * The same board on a page that a server has rendered. React attaches no listeners of custom events to markup it finds
 * there, so the page listens by a reference.
 */
export function ServedApp() {
  const [chosen, choose] = useState<string | null>(null);
  const map = useRef<GuatuMap>(null);
  useEffect(() => {
    const element = map.current;
    const listen = ({ code }: HTMLElementEventMap['guatu-area-select']): void => choose(code);
    element?.addEventListener('guatu-area-select', listen);
    return () => element?.removeEventListener('guatu-area-select', listen);
  }, []);
  return (
    <main>
      <guatu-map
        ref={map}
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
