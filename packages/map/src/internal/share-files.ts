import type { FetchBytes, FetchText } from '../board/load-files.js';
import type { ShareReading } from '../board/read-sources.js';
import { fetchBytes, fetchText } from './fetch-text.js';
import { Recent } from './recent.js';

interface Fetched<Answer> {
  readonly answer: Promise<Answer>;
  /** Asked for in this very task. */
  isNew: boolean;
}

const [texts, bytes] = [createShare(fetchText), createShare(fetchBytes)];
const readings = new Recent<unknown>();

/**
 * Fetches for one board of the page. Several boards that ask for the same address within moments share the answer; a board
 * that asks again for what it had reads anew, and so do all that ask again at the same time. What failed is not kept.
 */
export function shareFetches(): { readonly fetchText: FetchText; readonly fetchBytes: FetchBytes } {
  return { fetchText: texts(), fetchBytes: bytes() };
}

type Fetch<Answer> = (url: string) => Promise<Answer>;

function createShare<Answer extends object>(fetchOne: Fetch<Answer>): () => Fetch<Answer> {
  const fetched = new Recent<Fetched<Answer>>();
  const start = (address: string): Promise<Answer> => {
    const entry: Fetched<Answer> = { answer: fetchOne(address), isNew: true };
    fetched.keep([address], entry);
    setTimeout(() => (entry.isNew = false));
    void entry.answer.then((answer) => {
      if ('finding' in answer && fetched.find([address]) === entry) fetched.drop([address]);
    });
    return entry.answer;
  };
  return () => {
    const had = new Set<string>();
    return (url) => {
      const address = new URL(url, document.baseURI).href;
      const again = had.has(address);
      had.add(address);
      const known = fetched.find([address]);
      return known && (!again || known.isNew) ? known.answer : start(address);
    };
  };
}

/** What boards of the page have read of the same texts is read once. */
export const shareReading: ShareReading = (key, read) => {
  const known = readings.find(key);
  if (known !== undefined) return known as ReturnType<typeof read>;
  const made = read();
  readings.keep(key, made);
  return made;
};
