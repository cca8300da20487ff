import { IMPRINT } from './read-settings.js';

/** What stands under the map, as the page that is hosted says it. */
export interface Imprint {
  readonly publisher: string;
  readonly approvalNumber: string;
  /** Day the data describe, or words for it; empty for the moment that is shown. */
  readonly dataDate: string;
}

/** Reads `<meta name="guatu-publisher">` and its like from the page. */
export function readImprint(page: ParentNode): Imprint {
  const [publisher = '', approvalNumber = '', dataDate = ''] = IMPRINT.map(
    (name) => page.querySelector<HTMLMetaElement>(`meta[name=guatu-${name}]`)?.content.trim() ?? '',
  );
  return { publisher, approvalNumber, dataDate };
}
