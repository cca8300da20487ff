/** The 24 solar terms: no county names all its townships after the calendar. */
const TERMS = [
  '立春',
  '雨水',
  '惊蛰',
  '春分',
  '清明',
  '谷雨',
  '立夏',
  '小满',
  '芒种',
  '夏至',
  '小暑',
  '大暑',
  '立秋',
  '处暑',
  '白露',
  '秋分',
  '寒露',
  '霜降',
  '立冬',
  '小雪',
  '大雪',
  '冬至',
  '小寒',
  '大寒',
] as const;

/** The 28 lunar mansions with their animals' elements, for villages. */
const MANSIONS = [
  '角木',
  '亢金',
  '氐土',
  '房日',
  '心月',
  '尾火',
  '箕水',
  '斗木',
  '牛金',
  '女土',
  '虚日',
  '危月',
  '室火',
  '壁水',
  '奎木',
  '娄金',
  '胃土',
  '昴日',
  '毕月',
  '觜火',
  '参水',
  '井木',
  '鬼金',
  '柳土',
  '星日',
  '张月',
  '翼火',
  '轸水',
] as const;

const SIDES = ['', '东', '西', '南', '北', '上', '下', '前', '后', '新', '老'] as const;

export const COUNTY_NAME = '虚构县';

/** Name of the n-th township, from 0: 立春镇; the ninth of every ten is a 乡. */
export function nameTownship(index: number): { readonly name: string; readonly kind: 'town' | 'township' } {
  const round = Math.floor(index / TERMS.length);
  const term = TERMS[index % TERMS.length] ?? '';
  const number = round === 0 ? '' : String(round + 1);
  return index % 10 === 9
    ? { name: `${term}${number}乡`, kind: 'township' }
    : { name: `${term}${number}镇`, kind: 'town' };
}

/** Name of the n-th village of a township, from 0, unique within it; other townships have the same ones. */
export function nameVillage(index: number, township: number): string {
  const mansion = MANSIONS[(index + township * 5) % MANSIONS.length] ?? '';
  const side = SIDES[Math.floor(index / MANSIONS.length) % SIDES.length] ?? '';
  const round = Math.floor(index / (MANSIONS.length * SIDES.length));
  return `${side}${mansion}${round === 0 ? '' : round + 1}村`;
}
