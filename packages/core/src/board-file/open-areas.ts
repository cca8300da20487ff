import type { Area, Roster } from '../area/area.js';
import { createRoster } from '../area/create-roster.js';
import { KINDS, LEVELS } from '../area/level.js';
import { parseDate } from '../period/period.js';
import type { AreaKind, Level } from '../plan/plan.js';
import { isText } from './column-reader.js';
import type { IsValue, TableReader, Values } from './column-reader.js';

const isLevel: IsValue<Level> = (value): value is Level => LEVELS.some((level) => level === value);

const isKind: IsValue<AreaKind> = (value): value is AreaKind =>
  LEVELS.some((level) => KINDS[level].some((kind) => kind === value));

const isOpenDate: IsValue<string> = (value): value is string =>
  value === '' || (isText(value) && parseDate(value) !== undefined);

const isTexts: IsValue<readonly string[]> = (value): value is readonly string[] =>
  Array.isArray(value) && value.every(isText);

/** The roster, its areas in the rows all other tables name them by. @throws BoardFileFault */
export function openAreas(table: TableReader): Roster {
  const { rows } = table;
  const areas = readAreas(table);
  try {
    const roster = createRoster(areas);
    for (let row = 0; row < rows; row++) if (roster.areas[row]?.code !== areas[row]?.code) throw table.fault('parent');
    return roster;
  } catch (error) {
    // a code that stands twice, or a parent that is none
    throw error instanceof RangeError ? table.fault('code') : error;
  }
}

function readAreas(table: TableReader): readonly Area[] {
  const [code, name, rollout, successor] = (['code', 'name', 'rollout', 'successor'] as const).map((column) =>
    table.values(column, isText),
  ) as [Texts, Texts, Texts, Texts];
  const [validFrom, validTo] = [table.values('validFrom', isOpenDate), table.values('validTo', isOpenDate)];
  const [level, kind] = [table.values('level', isLevel), table.values('kind', isKind)];
  const parent = table.integers('parent', -1, table.rows - 1);
  const aliases = table.values('aliases', isTexts);
  const placeOf = readPlaces(table);
  return Array.from({ length: table.rows }, (_, row) => {
    const above = parent[row] as number;
    if (above >= row) throw table.fault('parent');
    const place = placeOf(row);
    return {
      code: code.of(row),
      name: name.of(row),
      level: level.of(row),
      parent: above < 0 ? '' : code.of(above),
      kind: kind.of(row),
      rollout: rollout.of(row),
      aliases: aliases.of(row),
      validFrom: validFrom.of(row),
      validTo: validTo.of(row),
      successor: successor.of(row),
      ...(place && { place }),
    };
  });
}

type Texts = Values<string>;

/** Where areas lie; a roster may say it of some. */
function readPlaces(table: TableReader): (row: number) => Area['place'] {
  if (!table.has('longitude') && !table.has('latitude')) return () => undefined;
  const [longitudes, latitudes] = [table.numbers('longitude'), table.numbers('latitude')];
  return (row) => {
    const [longitude, latitude] = [longitudes[row] as number, latitudes[row] as number];
    if (Number.isNaN(longitude) && Number.isNaN(latitude)) return undefined;
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) throw table.fault('longitude');
    return [longitude, latitude];
  };
}
