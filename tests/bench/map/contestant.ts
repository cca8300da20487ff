import type { FictionalCounty } from '@guatu/map/fictional';
import type { Dataset } from '@guatu/core';

/** What every contestant is given, parsed and in memory, before the clock starts. */
export interface Input {
  readonly county: FictionalCounty;
  readonly dataset: Dataset;
  /** Which target is painted first, and which after it. */
  readonly targets: readonly [string, string];
  /** The day described. */
  readonly asOf: string;
  readonly width: number;
  readonly height: number;
  /**
   * Colours of the areas by code for each target, for those that are given data and not a plan. What it takes to find
   * them is counted for us alone.
   */
  readonly colors: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>];
}

/** A picture on the page. */
export interface Picture {
  /** Paints every area by the other target. */
  recolor(to: 0 | 1): void;
  /** Where a point of the world, in degrees, is on the page, in CSS pixels from the container's corner. */
  locate(lon: number, lat: number): readonly [x: number, y: number];
  destroy(): void;
}

/** Draws the county's areas into a container of the input's size. */
export type Contestant = (container: HTMLElement, input: Input) => Picture;
