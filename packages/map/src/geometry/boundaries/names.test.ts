import { parseAreas } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { NameIndex } from './name-index.js';
import { normaliseName } from './normalise-name.js';

const rosterOf = (...names: readonly string[]) =>
  parseAreas({
    name: 'areas.csv',
    text: [
      'code,name,level,parent,kind',
      'C,县,county,,',
      'T,东镇,township,C,town',
      ...names.map((name, at) => `V${at},${name},village,T,villagers-committee`),
    ].join('\n'),
  }).roster;
const find = (roster: ReturnType<typeof rosterOf>, name: string): readonly string[] =>
  new NameIndex(roster).find(name, '').map((row) => roster.areas[row]?.code ?? '');

describe('a name with and without its committee', () => {
  it.each([
    ['丑社区居委会', '丑社区'],
    ['丑社区居民委员会', '丑社区'],
    ['丑居委会', '丑社区'],
    ['丑居民委员会', '丑社区'],
    ['丑社区委员会', '丑社区'],
    ['寅村委会', '寅村'],
    ['寅村村委会', '寅村'],
    ['寅村民委员会', '寅村'],
    ['寅村村民委员会', '寅村'],
    ['寅村委员会', '寅村'],
    ['新村委会', '新村'],
    ['卯嘎查委员会', '卯嘎查'],
    ['卯嘎查村委会', '卯嘎查'],
    ['卯嘎查村民委员会', '卯嘎查'],
    ['辰村居委会', '辰村'],
    ['开发区管委会', '开发区'],
    ['林场管理委员会', '林场'],
    ['牧场牧民委员会', '牧场'],
    ['巳牧委会', '巳'],
    ['铁路家属委员会', '铁路'],
    ['午街道办事处', '午街道'],
    ['未镇人民政府', '未镇'],
    ['居委会', '居委会'],
  ])('%s is %s', (full, plain) => {
    expect(normaliseName(full)).toBe(plain);
    expect(normaliseName(plain)).toBe(plain);
    // whichever of the two the roster has
    expect(find(rosterOf(full), plain)).toEqual(['V0']);
    expect(find(rosterOf(plain), full)).toEqual(['V0']);
  });

  it('what is written alike comes first: a 村 and the committee of its residents are two', () => {
    const roster = rosterOf('永丰村委会', '永丰村居委会', '永丰居委会');
    expect(find(roster, '永丰村居委会')).toEqual(['V1']);
    expect(find(roster, '永丰社区')).toEqual(['V2']);
    expect(find(roster, '永丰村')).toEqual(['V0', 'V1']);
  });

  it('committees of different kinds are no short form of each other, and a bare name fits all of them', () => {
    expect(find(rosterOf('永丰村委会'), '永丰居委会')).toEqual([]);
    expect(find(rosterOf('永丰村委会', '永丰居委会'), '永丰')).toEqual(['V0', 'V1']);
  });
});
