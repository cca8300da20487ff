import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { traceCell } from '../../../packages/map/src/fictional/hexagons.js';
import { listAreas } from '../../../packages/map/src/fictional/list-areas.js';
import { FICTIONAL_NOTICE, makePlan } from '../../../packages/map/src/fictional/plan.js';
import { writeEvents, writeObservations } from '../../../packages/map/src/fictional/reports.js';
import { divideTerritory } from '../../../packages/map/src/fictional/territory.js';

/** Degrees of a cell; half a million of them span about twenty degrees. */
const CELL = 0.03;
const SEED = 1;

/**
 * Writes a made-up county of any size into a folder, feature by feature: `boundaries.geojson` with 24 corners a village,
 * `areas.csv`, `plan.json`, `events.csv`, and with reports `observations.csv`.
 */
export async function writeCounty(folder: string, villages: number, reports: boolean): Promise<void> {
  const { areas, settled } = listAreas(divideTerritory(villages, SEED), SEED);
  const rows = areas.map(({ code, name, level, parent, kind, rollout }) =>
    [code, name, level, parent, kind, rollout, '', '', '', ''].join(),
  );
  writeFileSync(
    join(folder, 'areas.csv'),
    `code,name,level,parent,kind,rollout,aliases,validFrom,validTo,successor\n${rows.join('\n')}\n`,
  );
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(makePlan(areas)));
  writeFileSync(join(folder, 'events.csv'), writeEvents(areas, SEED));
  if (reports) writeFileSync(join(folder, 'observations.csv'), writeObservations(areas, SEED));
  const file = createWriteStream(join(folder, 'boundaries.geojson'));
  const round = (cells: number): number => Math.round(cells * CELL * 1e6) / 1e6;
  file.write(
    `{"type":"FeatureCollection","crs":"WGS84","fictional":true,"notice":${JSON.stringify(FICTIONAL_NOTICE.zh)},"features":[`,
  );
  for (const [
    index,
    {
      area: { code, name, parent },
      cell,
    },
  ] of settled.entries()) {
    const ring = traceCell(cell, SEED, 24).map(([x, y]) => [round(x), round(-y)]);
    const feature = {
      type: 'Feature',
      properties: { code, name, level: 'village', parent },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
    if (!file.write(`${index === 0 ? '' : ','}\n${JSON.stringify(feature)}`)) await once(file, 'drain');
  }
  file.end('\n]}\n');
  await once(file, 'close');
  writeFileSync(join(folder, 'done.json'), JSON.stringify({ villages }));
}
