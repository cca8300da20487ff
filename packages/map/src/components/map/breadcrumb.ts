import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Area, Locale, Roster } from '@guatu/core';
import type { BoardState } from '../../board/board.js';
import { controlsOf } from '../../localize/controls.js';
import type { MapInteraction } from './map-interaction.js';

export interface BreadcrumbOptions {
  readonly roster: Roster;
  readonly state: Pick<BoardState, 'within' | 'selected' | 'locale'>;
  readonly interaction: MapInteraction;
  /** The reader went to another level by it: the keyboard goes on from the areas. */
  readonly onGone: () => void;
}

/** From the county over a township to the selected village: where the reader is, and the way up and down. */
export function renderBreadcrumb({ roster, state, interaction, onGone }: BreadcrumbOptions): TemplateResult {
  const { locale, within } = state;
  const { levels } = controlsOf(locale);
  const go = (way: () => void) => (): void => {
    way();
    onGone();
  };
  const [township, village] = listPath(roster, state);
  return html`<nav part="breadcrumb" class="breadcrumb" aria-label=${levels.name}>
    <ol>
      ${
        within !== null && interaction.canAscend
          ? html`<li><button @click=${go(() => interaction.ascend())}>${nameWhole(roster, locale)}</button></li>`
          : html`<li aria-current=${within === null ? 'location' : nothing}>${nameWhole(roster, locale)}</li>`
      }
      ${
        township === undefined
          ? nothing
          : interaction.canDescend(township.code)
            ? html`<li><button title=${levels.descend(township.name)} @click=${go(() => interaction.descend(township.code))}>${township.name}</button></li>`
            : html`<li aria-current=${within === township.code ? 'location' : nothing}>${township.name}</li>`
      }
      ${village === undefined ? nothing : html`<li>${village.name}</li>`}
    </ol>
  </nav>`;
}

/** The township that is drawn, or that the selected area is or lies in, and the selected village. */
function listPath(
  roster: Roster,
  { within, selected }: BreadcrumbOptions['state'],
): readonly [township: Area | undefined, village: Area | undefined] {
  const find = (code: string | null | undefined): Area | undefined =>
    code == null ? undefined : roster.areas[roster.indexOf(code)];
  const chosen = find(selected);
  const village = chosen?.level === 'village' ? chosen : undefined;
  const above = village ? find(village.parent) : chosen?.level === 'township' ? chosen : undefined;
  const township = find(within) ?? (above?.level === 'township' ? above : undefined);
  return [township, village && (within === null || village.parent === within) ? village : undefined];
}

/** The outermost area's name; where there are several, a word for all of them. */
function nameWhole({ areas, parents }: Roster, locale: Locale): string {
  const roots = areas.filter((_, row) => parents[row] === -1);
  return roots.length === 1 && roots[0]?.level === 'county' ? roots[0].name : controlsOf(locale).levels.whole;
}
