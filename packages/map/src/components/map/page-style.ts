/** What a page chose by custom properties, as far as it reaches the picture; `null` where the theme decides. */
export interface PageStyle {
  /** `#rrggbb`. */
  readonly ground: string | null;
  /** Font families as CSS writes them. */
  readonly font: string | null;
}

export const NO_PAGE_STYLE: PageStyle = { ground: null, font: null };

/** More of a list of families is none. */
const LONGEST = 500;

/**
 * Reads `--guatu-ground` and `--guatu-font` where the element's own box has resolved them.
 *
 * @param base the box that has them as its ground and its font; nothing before there is one
 */
export function readPageStyle(base: Element | null): PageStyle {
  if (!base) return NO_PAGE_STYLE;
  const style = getComputedStyle(base);
  const isSet = (name: string): boolean => style.getPropertyValue(name).trim() !== '';
  return {
    ground: isSet('--guatu-ground') ? toHex(style.backgroundColor) : null,
    font: isSet('--guatu-font') && style.fontFamily.length <= LONGEST ? style.fontFamily : null,
  };
}

/** A colour that lets nothing through, as themes write it; nothing for any other. */
function toHex(color: string): string | null {
  const channels = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color)?.slice(1);
  return channels ? `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}` : null;
}
