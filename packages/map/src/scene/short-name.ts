import { measureText } from './text-width.js';

/**
 * The name written on a village's tile: without the 村 that all of them end in, unless what is left would be one
 * character, or the 村 belongs to 新村.
 *
 * @example shortenName('下二坝村'); // '下二坝'
 * @example shortenName('红光新村'); // '红光新村'
 */
export function shortenName(name: string): string {
  const stem = name.endsWith('村') && !name.endsWith('新村') ? name.slice(0, -1) : name;
  return Array.from(stem).length >= 2 ? stem : name;
}

/**
 * As much of a name as has room, with … for the rest: a name is shortened, never dropped. In full it is in the area's
 * label, its tooltip and the table.
 *
 * @param width room, in the unit of `size`
 * @returns empty where not even one character and the … have room
 *
 * @example cutName('红光新村', 36, 12); // '红光…'
 */
export function cutName(name: string, width: number, size: number): string {
  if (measureText(name, size) <= width) return name;
  const characters = Array.from(name);
  for (let kept = characters.length - 1; kept > 0; kept--) {
    const cut = `${characters.slice(0, kept).join('')}…`;
    if (measureText(cut, size) <= width) return cut;
  }
  return '';
}
