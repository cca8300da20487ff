import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Roster } from '@guatu/core';
import type { Scene } from '../../scene/scene.js';

/** Most areas listed at once; of more, those around the present one are, with their place among all. */
const MOST_LISTED = 600;

/** How many are listed before and after the present one then: a key leads at most to the next, so it is there. */
const AROUND = 150;

export interface OptionsState {
  readonly scene: Scene;
  readonly roster: Roster;
  readonly present: string | null;
  readonly selected: string | null;
}

/** Id of an area's option, for `aria-activedescendant`; empty for none. */
export function idOfOption({ layout }: Scene, code: string | null): string {
  const index = layout.areas.findIndex((area) => area.code === code);
  return index < 0 ? '' : `area-${index}`;
}

/** Every area as an option with all that its drawing says, grouped as on the map. */
export function renderOptions({ scene, roster, present, selected }: OptionsState): readonly TemplateResult[] {
  const { areas } = scene.layout;
  const at = Math.max(
    0,
    areas.findIndex(({ code }) => code === present),
  );
  const few = areas.length <= MOST_LISTED;
  const from = few ? 0 : Math.max(0, at - AROUND);
  const groups = new Map<string, number[]>();
  for (let index = from; index < (few ? areas.length : Math.min(areas.length, at + AROUND + 1)); index++) {
    const group = areas[index]?.group ?? '';
    const members = groups.get(group);
    if (members) members.push(index);
    else groups.set(group, [index]);
  }
  return [...groups].map(
    ([group, members]) => html`
      <div role="group" aria-label=${roster.areas[roster.indexOf(group)]?.name ?? group}>
        ${members.map((index) => {
          const code = areas[index]?.code ?? '';
          return html`<div
            role="option"
            id=${`area-${index}`}
            data-code=${code}
            aria-selected=${code === selected ? 'true' : 'false'}
            aria-setsize=${areas.length}
            aria-posinset=${index + 1}
          >
            ${scene.paints[index]?.label ?? areas[index]?.name}
          </div>`;
        })}
      </div>
    `,
  );
}
