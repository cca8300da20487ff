import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './bundle-consumer.js';

export const county = join(project, 'fixtures/yongchang');

export function listVillages(): readonly string[] {
  return readFileSync(join(county, 'areas.csv'), 'utf8')
    .split('\n')
    .filter((line) => line.includes(',village,'));
}

/** Shapes for the villages of the county, side by side; without `code` where properties are said to be called otherwise. */
export function drawShapes(named: boolean): string {
  const villages = listVillages();
  const features = villages.map((line, index) => {
    const [VILLCODE = '', VILLNAME = ''] = line.split(',');
    const [west, south] = [102 + (index % 12) / 100, 38 + Math.floor(index / 12) / 100];
    const ring = [
      [0, 0],
      [0.009, 0],
      [0.009, 0.009],
      [0, 0.009],
      [0, 0],
    ].map(([x = 0, y = 0]) => [west + x, south + y]);
    const properties = named ? { VILLCODE, VILLNAME } : { code: VILLCODE, name: VILLNAME, level: 'village' };
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return JSON.stringify({ type: 'FeatureCollection', coordinateSystem: 'CGCS2000', features });
}

/** A folder as the guide takes it for granted: its reader's files, the script, the packages. */
export function prepareFolder(root: string, guide: string): string {
  const folder = join(root, guide.replaceAll(/\W/g, '-'));
  mkdirSync(join(folder, 'public'), { recursive: true });
  symlinkSync(join(project, 'tests/consumers/bundlers/node_modules'), join(folder, 'node_modules'));
  if (guide.includes('write-your-own-plan')) return folder;
  symlinkSync(join(project, 'fixtures'), join(folder, 'fixtures'));
  cpSync(county, join(folder, 'data'), { recursive: true });
  for (const name of readdirSync(county).filter((file) => /\.(csv|json)$/.test(file)))
    cpSync(join(county, name), join(folder, name));
  for (const name of ['boundaries.geojson', 'data/boundaries.geojson'])
    writeFileSync(join(folder, name), drawShapes(false));
  return folder;
}
