/** Sizes of type, by their names. */
export const TEXT_SIZES = ['standard', 'large', 'wall'] as const;

/** Smallest type of the page: 12 pixels, 16 for large print, 24 for a wall that is read from across a room. */
export type TextSize = (typeof TEXT_SIZES)[number];

/** How much larger than the standard's the type of a size is, and what is sized by it. */
export const TEXT_SCALE: Readonly<Record<TextSize, number>> = { standard: 1, large: 4 / 3, wall: 2 };
