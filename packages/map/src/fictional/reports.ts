import type { Area } from '@guatu/core';
import { drawUnit } from './random.js';

const YEARS = [2020, 2021, 2022] as const;
const SOURCE = '虚构数据';

/** One village in so many leaves a report blank, and one in so many reports a zero. */
const BLANK = 1 / 40;
const ZERO = 1 / 50;

/**
 * Year-end reports of a made-up county: growing, with some blanks and some zeros. What a village reports depends on its
 * code and the seed alone.
 */
export function writeObservations(areas: readonly Area[], seed: number): string {
  const rows = ['indicator,area,period,value,numerator,denominator,unit,reportedOn,source,note'];
  const add = (
    indicator: string,
    area: Area,
    year: number,
    figures: readonly [value: string, numerator: string, denominator: string],
    unit: string,
  ): void => {
    const day = 5 + Math.floor(drawUnit(seed, seedOf(area), year, 31) * 20);
    const reportedOn = `${year + 1}-01-${String(day).padStart(2, '0')}`;
    rows.push([indicator, area.code, String(year), ...figures, unit, reportedOn, SOURCE, ''].join());
  };
  const members = new Map<string, number>();
  for (const { parent } of areas) members.set(parent, (members.get(parent) ?? 0) + 1);
  for (const area of areas) {
    const at = seedOf(area);
    for (const [index, year] of YEARS.entries()) {
      if (area.level === 'village') {
        add('income', area, year, [writeIncome(seed, at, index), '', ''], '万元');
        add('reading-room', area, year, [drawUnit(seed, at, 41) < 0.4 + index * 0.25 ? '1' : '0', '', ''], '');
        add('toilets', area, year, ['', ...writeToilets(seed, at, index)], '户');
      }
      if (area.level === 'township') {
        const villages = members.get(area.code) ?? 0;
        add(
          'orchards',
          area,
          year,
          [String(Math.round(villages * (30 + index * 14 + drawUnit(seed, at, 61) * 12))), '', ''],
          '亩',
        );
      }
    }
  }
  return `${rows.join('\n')}\n`;
}

function writeIncome(seed: number, at: number, index: number): string {
  if (drawUnit(seed, at, index, 51) < BLANK) return '';
  if (drawUnit(seed, at, 52) < ZERO) return '0';
  const start = 0.8 + drawUnit(seed, at, 53) ** 2 * 8;
  return (start * (1 + index * (0.25 + drawUnit(seed, at, 54) * 0.4))).toFixed(1);
}

function writeToilets(seed: number, at: number, index: number): readonly [string, string] {
  const households = 120 + Math.floor(drawUnit(seed, at, 71) * 380);
  const share = Math.min(0.98, 0.35 + drawUnit(seed, at, 72) * 0.3 + index * 0.16);
  return [String(Math.round(households * share)), String(households)];
}

/** Starts of the batches: within the batch's year for most, late or early for a few. */
export function writeEvents(areas: readonly Area[], seed: number): string {
  const rows = ['kind,id,subject,date,covered,note'];
  for (const area of areas) {
    if (area.level !== 'village' || area.rollout === '') continue;
    const luck = drawUnit(seed, seedOf(area), 81);
    const year = Number(area.rollout) + (luck < 0.05 ? 1 : luck > 0.97 && area.rollout !== '2020' ? -1 : 0);
    if (year > 2022) continue;
    const [month, day] = [
      2 + Math.floor(drawUnit(seed, seedOf(area), 82) * 10),
      1 + Math.floor(drawUnit(seed, seedOf(area), 83) * 28),
    ];
    const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    rows.push(['start', `start-${area.code}`, area.code, date, '', SOURCE].join());
  }
  return `${rows.join('\n')}\n`;
}

function seedOf({ code }: Area): number {
  return Number(code.slice(3));
}
