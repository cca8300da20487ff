/** `#rrggbb`, lower case. */
export type Hex = string;

/** Channels of a colour, 0…255 each. Three-digit notation is read too. */
export function readHex(color: Hex): readonly [red: number, green: number, blue: number] {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color)?.[1];
  if (digits === undefined) throw new RangeError(`expected a colour like #1a7b6c, got "${color}"`);
  const step = digits.length / 3;
  const channel = (index: number): number => {
    const part = digits.slice(index * step, (index + 1) * step);
    return Number.parseInt(step === 1 ? part + part : part, 16);
  };
  return [channel(0), channel(1), channel(2)];
}

/** Writes channels 0…255 as `#rrggbb`; fractions are rounded. */
export function writeHex(channels: readonly [number, number, number]): Hex {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Relative luminance, 0 for black to 1 for white.
 *
 * Formula: WCAG 2.2, definition of relative luminance.
 */
export function measureLuminance(color: Hex): number {
  const [red, green, blue] = readHex(color).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Contrast ratio of two colours, 1 to 21.
 *
 * Formula: WCAG 2.2, definition of contrast ratio.
 *
 * @example measureContrast('#ffffff', '#000000'); // 21
 */
export function measureContrast(one: Hex, other: Hex): number {
  const [low, high] = [measureLuminance(one), measureLuminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The one of several colours that stands out most from a ground. */
export function pickReadable(ground: Hex, candidates: readonly [Hex, ...Hex[]]): Hex {
  return candidates.reduce((best, candidate) =>
    measureContrast(ground, candidate) > measureContrast(ground, best) ? candidate : best,
  );
}

/** Least contrast of a pattern with the fill it lies on. */
const LEAST_PATTERN_CONTRAST = 1.3;

/**
 * The colour of a pattern over a fill that carries text: away from the text's colour, so that the text stays readable,
 * if that shows; else a little towards it.
 *
 * @param text the colour chosen for the fill, one of `candidates`
 */
export function pickPatternColor(fill: Hex, text: Hex, candidates: readonly Hex[]): Hex {
  const away = candidates.find((color) => color !== text) ?? text;
  const gentle = mixColors(fill, away, 0.5);
  return measureContrast(gentle, fill) >= LEAST_PATTERN_CONTRAST ? gentle : mixColors(fill, text, 0.25);
}

/**
 * Mixes two colours in sRGB: `share` 0 gives the first, 1 the second.
 *
 * @example mixColors('#000000', '#ffffff', 0.5); // '#808080'
 */
export function mixColors(from: Hex, to: Hex, share: number): Hex {
  const start = readHex(from);
  const end = readHex(to);
  const at = (index: 0 | 1 | 2): number => start[index] + (end[index] - start[index]) * share;
  return writeHex([at(0), at(1), at(2)]);
}
