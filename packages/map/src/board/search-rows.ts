import { writeInitials } from '../localize/pinyin-initials.js';
import type { AreaRow } from './list-rows.js';

/**
 * The rows whose name, parent, code or pinyin initials hold what is searched for; several words must all be found.
 *
 * @example searchRows(rows, '东镇 xg'); // 下沟村 in 东镇
 */
export function searchRows(rows: readonly AreaRow[], search: string): readonly AreaRow[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter(({ name, parent, code }) => {
    const places = [name.toLowerCase(), parent.toLowerCase(), code.toLowerCase(), writeInitials(name)];
    return words.every((word) => places.some((place) => place.includes(word)));
  });
}
