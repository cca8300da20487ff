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
