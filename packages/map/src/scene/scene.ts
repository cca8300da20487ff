/**
 * A picture as plain data: what to draw and where, in drawing order, for any renderer.
 *
 * Coordinates are scene units: CSS pixels at fit scale, x to the right, y downwards, origin top left.
 * A scene is serialisable; two scenes of one layout differ only in `paints`, `glyphs`, `texts` and `values`.
 * Colours are final: what is dimmed has its faint colours already, and a renderer draws them as they are.
 */
export interface Scene {
  readonly layout: SceneLayout;
  /** One per layout area, same order. */
  readonly paints: readonly AreaPaint[];
  readonly glyphs: readonly SceneGlyph[];
  readonly texts: readonly SceneText[];
  /** The number behind each area's class, in what the legend's `from` and `to` are in; `null` for none. One per area. */
  readonly values?: readonly (number | null)[];
  readonly background: string;
  /** Lines that belong to no area: borders of groups, rings around the selected and the pointed-at area. */
  readonly ink?: SceneInk;
  /** Font families as CSS writes them; system fonts that have Chinese when left out. */
  readonly font?: string;
  readonly legend: SceneLegend;
  /** The finding in one or two sentences, made from the evaluation; the map's accessible summary. */
  readonly summary: string;
  /** What must be said where the picture is seen: illustrative figures, schematic shapes. */
  readonly notices: readonly string[];
  /**
   * The picture in place of this one wherever areas would be too small to be seen, as in a whole country: their groups,
   * each painted as most of its areas are. Present where the layout has an `overview`.
   */
  readonly overview?: Scene;
}

/** Colours and widths of lines that belong to no area; widths in scene units. */
export interface SceneInk {
  readonly outline: string;
  readonly outlineWidth: number;
  readonly selected: string;
  readonly selectedWidth: number;
  readonly pointed: string;
  readonly pointedWidth: number;
  /** Drawn under a ring, so that it stands out from dark and light fills alike. */
  readonly casing: string;
}

/** Shapes and their places; changes only with the source of shapes, the level or the size. */
export interface SceneLayout {
  /** Changes exactly when anything in the layout does. */
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** `tiles`: schematic, on no globe. `mercator`: `x = (worldX − west) × scale`, web-mercator world 0…1. */
  readonly projection:
    | { readonly kind: 'tiles' }
    | { readonly kind: 'mercator'; readonly west: number; readonly north: number; readonly scale: number };
  readonly areas: readonly SceneShape[];
  /** Outlines of groups: township borders. */
  readonly outlines: readonly SceneOutline[];
  /** Places for the lines over each group; absent or empty where the map has none. */
  readonly headers?: readonly SceneHeader[];
  /** Vector tiles that have the shapes in full, for a renderer that can fetch them. */
  readonly source?: SceneTiles;
  /** Of so many areas that none of their shapes is here: the groups they belong to, with theirs. */
  readonly overview?: SceneLayout;
}

/** Where the shapes of a layout are as vector tiles; their features carry the area's `code`. */
export interface SceneTiles {
  readonly kind: 'pmtiles';
  /** Absolute address of the archive. */
  readonly url: string;
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly areas: SceneTileLayer;
  /** What must be said of the shapes; empty for nothing. */
  readonly notice: string;
  /** The layer of the groups, where the archive has one. */
  readonly groups?: SceneTileLayer;
}

export interface SceneTileLayer {
  readonly layer: string;
  /** The first zoom that has it. */
  readonly minZoom: number;
  /** Layer of inner points with a `name`, and the first zoom that has it. */
  readonly points?: { readonly layer: string; readonly minZoom: number };
}

/** Where a group's name and its detail lines stand. */
export interface SceneHeader {
  /** Code of the group. */
  readonly group: string;
  /** x0, y0, x1, y1. */
  readonly bounds: readonly [number, number, number, number];
}

/** Rings of one polygon, the outer first; flat arrays x0,y0,x1,y1,… closed. */
export type SceneRings = readonly (readonly number[])[];

export interface SceneShape {
  /** Area code; also the feature id. */
  readonly code: string;
  readonly name: string;
  /** Code of the parent area the shape is grouped under. */
  readonly group: string;
  readonly polygons: readonly SceneRings[];
  /** A point inside the largest polygon, where a label belongs. */
  readonly inner: readonly [x: number, y: number];
  /** x0, y0, x1, y1. */
  readonly bounds: readonly [number, number, number, number];
  /** Where writing has room inside the shape, x0, y0, x1, y1; all of `bounds` when left out. */
  readonly room?: readonly [number, number, number, number];
  /**
   * The polygon is a dot and not the area's ground: `point` where only a point of it is known, `small` where its ground
   * would be too small to be found.
   */
  readonly sign?: 'point' | 'small';
}

export interface SceneOutline {
  readonly group: string;
  readonly polygons: readonly SceneRings[];
  /** A point inside the largest polygon, where the group's name belongs. */
  readonly inner?: readonly [x: number, y: number];
}

/** How an area without a class is drawn; each is unlike the others and unlike the lowest class. */
export type Nothing = 'noData' | 'notComputable' | 'notApplicable' | 'notStarted' | 'notReportedHere';

export type PatternName = 'dots' | 'hatch' | 'falling' | 'cross' | 'lines';

export interface AreaPaint {
  /** Index of the legend class, or the kind of nothing. */
  readonly class: number | Nothing;
  /** Cohort, `2021`; empty outside the rollout. */
  readonly cohort: string;
  /** `#rrggbb`. */
  readonly fill: string;
  readonly pattern: PatternName | null;
  readonly patternColor: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dashed: boolean;
  /** Outside the present filter: drawn faint, not counted. */
  readonly dimmed: boolean;
  /** One line for tooltips and screen readers: name, cohort, figure, verdict. */
  readonly label: string;
}

export type GlyphShape = 'triangle' | 'diamond' | 'circle' | 'check';

/** A small sign on an area: its light, never by colour alone. */
export interface SceneGlyph {
  readonly code: string;
  readonly shape: GlyphShape;
  readonly x: number;
  readonly y: number;
  /** Height and width. */
  readonly size: number;
  readonly fill: string;
  readonly stroke: string;
}

export type TextRole = 'name' | 'mark' | 'value' | 'groupName' | 'groupDetail';

export interface SceneText {
  /** Area or group the text belongs to. */
  readonly code: string;
  readonly role: TextRole;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Font size in scene units. */
  readonly size: number;
  readonly weight: 400 | 600 | 700;
  readonly color: string;
  /** Which part of the text stands at x; y is the middle of the line. */
  readonly anchor: 'start' | 'middle' | 'end';
  readonly halo: string | null;
}

/** Year × class with counts: key, summary and filter at once. */
export interface SceneLegend {
  readonly title: string;
  /**
   * What the classes are: attainment 0…1 (a member's own way to its predicate under `progress`, the mean over a domain
   * under `domain`), a figure in its unit, the rollout's states, the started share 0…1 of what is below, lights, or the
   * change between two dates, in percentage points or in the unit. `from` and `to` of a class are in this.
   */
  readonly basis: LegendBasis;
  readonly classes: readonly LegendClass[];
  /** How the classes were cut and where their bounds come from, and formulas that need words. */
  readonly notes?: readonly string[];
  /** Present where two dates stand side by side. */
  readonly beside?: LegendBeside;
  readonly cohorts: readonly LegendCohort[];
  /**
   * `counts[cohort][class]`, areas of the present level, before any filter. Areas outside the rollout are a row of
   * their own with an empty cohort, present only where there are any.
   */
  readonly counts: readonly (readonly number[])[];
  /** Classed by an older figure, since nothing was reported for the moment: dots over the class's fill. Absent for none. */
  readonly carried?: { readonly label: string; readonly count: number; readonly pattern: PatternName };
  readonly nothings: readonly {
    readonly kind: Nothing;
    readonly label: string;
    readonly count: number;
    readonly paint: SwatchPaint;
  }[];
  readonly lights: readonly {
    readonly light: 'green' | 'yellow' | 'red';
    readonly label: string;
    readonly shape: GlyphShape;
    readonly fill: string;
    readonly count: number;
  }[];
  /** All areas of the level but those the target does not apply to: the sum of `counts` and the other nothings. */
  readonly total: number;
}

export type LegendBasis = 'attainment' | 'progress' | 'figure' | 'rollout' | 'started' | 'lights' | 'domain' | 'change';

/** The other of two dates that stand side by side, counted in the same classes. */
export interface LegendBeside {
  /** The date `counts` of the legend are of, and the other one, as they are written. */
  readonly date: string;
  readonly otherDate: string;
  /** Whether the other date comes first. */
  readonly otherFirst: boolean;
  readonly counts: SceneLegend['counts'];
  /** Of each kind of nothing the legend lists, in its order. */
  readonly nothings: readonly number[];
  /** Of each light the legend lists, in its order. */
  readonly lights: readonly number[];
}

export type SwatchPaint = Pick<AreaPaint, 'fill' | 'pattern' | 'patternColor' | 'stroke' | 'dashed'>;

export interface LegendClass {
  readonly label: string;
  /** A shorter label for a narrow column; the label where there is none. */
  readonly tick?: string;
  /**
   * Lower bound included, upper excluded; the last class is everything from its lower bound. Of changes the bounds count
   * by size: a fall of exactly 10 is in the class that begins at a fall of 10.
   */
  readonly from: number;
  readonly to: number | null;
  readonly paint: SwatchPaint;
  readonly textColor: string;
}

export interface LegendCohort {
  readonly cohort: string;
  /** ①. */
  readonly mark: string;
  readonly label: string;
  readonly total: number;
  /** On a geographic map the batch is a pattern over the class's fill: this one, none for the first batch. */
  readonly pattern?: PatternName | null;
}
