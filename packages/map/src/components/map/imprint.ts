import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Diagnostic, Locale } from '@guatu/core';
import { writeDate } from '@guatu/core/names';
import { controlsOf } from '../../localize/controls.js';

/** Slots in which a page may write what properties say too. */
const IMPRINT_SLOTS = { publisher: 'publisher', approvalNumber: 'approval-number', dataDate: 'data-date' } as const;

export interface Imprint {
  readonly publisher: string;
  readonly approvalNumber: string;
  readonly dataDate: string;
}

/**
 * The line under the picture. A page may put an element into a slot in place of the property: a link to the publisher.
 *
 * @param shown what is said in the end, by slots or properties
 * @param given what the properties say
 */
export function renderImprint(shown: Imprint, given: Imprint, locale: Locale): TemplateResult {
  const { map } = controlsOf(locale);
  const write = (key: keyof Imprint, around: (value: string) => string): TemplateResult => {
    const [before = '', after = ''] = around('\n').split('\n');
    const value = key === 'dataDate' ? writeDate(given[key], locale) : given[key];
    return html`<span ?hidden=${shown[key] === ''}>${before}<slot name=${IMPRINT_SLOTS[key]}>${value}</slot>${after}</span>`;
  };
  return html`${write('dataDate', map.dataDate)} ${write('publisher', map.publisher)} ${write('approvalNumber', map.approval)} <slot name="imprint"></slot>`;
}

/** What the imprint says in the end: what is slotted, else the properties. */
export function readImprint(element: Element, given: Imprint): Imprint {
  const read = (slot: string, value: string): string => {
    const slotted = Array.from(element.querySelectorAll(`:scope > [slot="${slot}"]`), ({ textContent }) =>
      textContent.trim(),
    );
    return slotted.filter((text) => text !== '').join(' ') || value.trim();
  };
  return {
    publisher: read(IMPRINT_SLOTS.publisher, given.publisher),
    approvalNumber: read(IMPRINT_SLOTS.approvalNumber, given.approvalNumber),
    dataDate: read(IMPRINT_SLOTS.dataDate, given.dataDate),
  };
}

/** What is missing for publication, where the map is. */
export function renderPublication(
  findings: readonly Diagnostic[],
  describe: (finding: Diagnostic) => string,
  locale: Locale,
): TemplateResult {
  const { publication } = controlsOf(locale);
  return html`<div part="publication" class="publication no-print" role="status">
    <strong>${publication.name}</strong>
    ${findings.length === 0 ? publication.complete : html`<ul>${findings.map((finding) => html`<li>${describe(finding)}</li>`)}</ul>`}
  </div>`;
}
