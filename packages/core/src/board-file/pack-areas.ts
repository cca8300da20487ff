import type { Area, Roster } from '../area/area.js';
import type { ColumnWriter } from './column-writer.js';
import type { Table } from './layout.js';

const TEXTS = ['code', 'name', 'level', 'kind', 'rollout', 'validFrom', 'validTo', 'successor'] as const;

/** Areas in tree order. */
export function packAreas({ areas, parents }: Roster, columns: ColumnWriter): Table {
  const texts = TEXTS.map((name) => [name, columns.values(areas.map((area) => area[name]))] as const);
  return {
    rows: areas.length,
    columns: {
      ...Object.fromEntries(texts),
      parent: columns.numbers([...parents]),
      aliases: columns.values(areas.map(({ aliases }) => aliases)),
      ...packPlaces(areas, columns),
    },
  };
}

function packPlaces(areas: readonly Area[], columns: ColumnWriter): Table['columns'] {
  if (areas.every(({ place }) => place === undefined)) return {};
  return {
    longitude: columns.numbers(areas.map(({ place }) => place?.[0] ?? Number.NaN)),
    latitude: columns.numbers(areas.map(({ place }) => place?.[1] ?? Number.NaN)),
  };
}
