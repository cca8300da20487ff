import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Roster } from '@guatu/core';
import type { Scene } from '../../scene/scene.js';

/** Most areas listed at once; of more, only the group around the present one is. */
const MOST_LISTED = 1500;

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
  const groups = new Map<string, number[]>();
  for (const [index, { group }] of areas.entries()) {
    const members = groups.get(group);
    if (members) members.push(index);
    else groups.set(group, [index]);
  }
  const here = areas.find(({ code }) => code === present)?.group ?? areas[0]?.group;
  const listed = areas.length > MOST_LISTED ? [...groups].filter(([group]) => group === here) : [...groups];
  return listed.map(
    ([group, members]) => html`
      <div role="group" aria-label=${roster.areas[roster.indexOf(group)]?.name ?? group}>
        ${members.map((index) => {
          const code = areas[index]?.code ?? '';
          return html`<div role="option" id=${`area-${index}`} data-code=${code} aria-selected=${code === selected ? 'true' : 'false'}>
            ${scene.paints[index]?.label ?? areas[index]?.name}
          </div>`;
        })}
      </div>
    `,
  );
}
