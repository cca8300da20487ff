import { PATTERNS } from '../../scale/patterns.js';
import type { AreaPaint } from '../../scene/scene.js';

/** Patterns of one picture, each drawn once for a pair of colours and a scale. */
export class PatternTiles {
  readonly #tiles = new Map<string, CanvasPattern | null>();
  #scale = 0;

  /**
   * What fills an area: its colour, or the pattern over it, laid out from the scene's corner as an svg has it.
   *
   * @param scale device pixels in a scene unit
   */
  fillOf(
    { pattern, fill, patternColor }: AreaPaint,
    context: CanvasRenderingContext2D,
    scale: number,
  ): string | CanvasPattern {
    if (pattern === null) return fill;
    if (scale !== this.#scale) this.#tiles.clear();
    this.#scale = scale;
    const key = `${pattern} ${fill} ${patternColor}`;
    const known = this.#tiles.get(key);
    if (known !== undefined) return known ?? fill;
    const tile = drawTile({ pattern, fill, patternColor }, context, scale);
    this.#tiles.set(key, tile);
    return tile ?? fill;
  }
}

function drawTile(
  {
    pattern,
    fill,
    patternColor,
  }: { readonly pattern: NonNullable<AreaPaint['pattern']>; readonly fill: string; readonly patternColor: string },
  target: CanvasRenderingContext2D,
  scale: number,
): CanvasPattern | null {
  const { size, dots, strokes } = PATTERNS[pattern];
  const side = Math.max(1, Math.round(size * scale));
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  // by the processor, as the picture: graphics smooth edges in a way of their own
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.scale(side / size, side / size);
  context.fillStyle = fill;
  context.fillRect(0, 0, size, size);
  context.fillStyle = patternColor;
  for (const { x, y, radius } of dots) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  }
  context.strokeStyle = patternColor;
  for (const { x0, y0, x1, y1, width } of strokes) {
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
  }
  const tile = target.createPattern(canvas, 'repeat');
  tile?.setTransform(new DOMMatrix([size / side, 0, 0, size / side, 0, 0]));
  return tile;
}
