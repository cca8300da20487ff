import type { Locale } from '@guatu/core';
import type { Surface, Theme } from '../scale/themes.js';
import type { AreaFacts } from './area-facts.js';
import type { DrawnArea } from './drawn-areas.js';
import type { GroupLines } from './place-texts.js';
import type { AreaPaint, LegendBasis, Scene } from './scene.js';

/** Areas painted, and what is said of them; the same at any width and in any order of places. */
export interface Painting extends Pick<Scene, 'paints' | 'values' | 'legend' | 'summary'> {
  /** Whose paints they are, in their order. */
  readonly areas: readonly DrawnArea[];
  readonly paints: readonly AreaPaint[];
  /** That figures are invented; `null` where they are not. */
  readonly illustrative: string | null;
  /** That figures are those of a level above the areas; empty where they are their own. */
  readonly coarser: string;
  /** What is written and signed on the areas, as far as there will be room. */
  readonly lettering: Lettering;
}

/** By area, in the order of the painting. */
export interface Lettering {
  readonly level: 'township' | 'village';
  readonly facts: readonly AreaFacts[];
  readonly surfaces: readonly Surface[];
  /** ①, or empty. */
  readonly marks: readonly string[];
  /** An area's short figure, or empty. Asked for where it is written: of a thousand areas few have room for it. */
  readonly valueOf: (index: number) => string;
  /** By group, in no order. */
  readonly groups: readonly GroupLines[];
  readonly basis: LegendBasis;
  readonly theme: Theme;
  readonly locale: Locale;
}
