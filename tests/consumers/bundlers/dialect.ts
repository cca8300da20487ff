// Another dialect of JSX takes the elements by merging their interface into its own.
import type { GuatuElements } from '@guatu/map/jsx';

interface IntrinsicElements extends GuatuElements {
  readonly main: object;
}

export const written: IntrinsicElements['guatu-map'] = {
  'as-of': '2021-12-31',
  theme: 'government-red',
  'high-contrast': true,
  'onguatu-area-select': ({ code }) => code?.slice(0, 6),
};

// @ts-expect-error no such view
export const refused: IntrinsicElements['guatu-map'] = { view: 'sideways' };
