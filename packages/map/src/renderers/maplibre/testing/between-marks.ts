import { colorAt, differ } from './mounted-map.js';

/** The nearest point to an inner point that lies between a pattern's dots and lines, and its neighbours too. */
export function findBetween(
  picture: ImageData,
  [x, y]: readonly [number, number],
  fill: string,
): readonly [number, number] | undefined {
  const near = [0, 1, -1, 2, -2, 3, -3, 4, -4];
  for (const dy of near) {
    for (const dx of near) {
      const around = [
        [0, 0],
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ].map(([column = 0, row = 0]) => colorAt(picture, x + dx + column, y + dy + row));
      if (around.every((color) => differ(color, fill) <= 2)) return [x + dx, y + dy];
    }
  }
  return undefined;
}
