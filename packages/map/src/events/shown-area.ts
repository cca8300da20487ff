/** What the map says of an area, in its language; all of it empty where there is no area. */
export interface ShownArea {
  /** Name in the roster. */
  readonly name: string;
  /** Its class on the picture, as the legend has it: `60%～80%`, `未报`; empty before there is a picture of it. */
  readonly label: string;
  /** Its figure in words: `4.2万元`, a domain's `87%`, a change's `+3`; empty without one. */
  readonly figure: string;
  /** The number its colour stands for, as the picture has it: attainment 0…1, a figure in its unit, a change; `null` for none. */
  readonly value: number | null;
}

export const NO_AREA: ShownArea = { name: '', label: '', figure: '', value: null };
