import type { FetchedText } from '../board/load-files.js';

/** Longest wait for one file, in milliseconds. */
const PATIENCE = 60_000;

/** Gets a file's text from its address, relative to the page. Never rejects: what went wrong is in the answer. */
export async function fetchText(url: string): Promise<FetchedText> {
  try {
    const response = await fetch(new URL(url, document.baseURI), { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) return { finding: 'source-status', reason: `${response.status} ${response.statusText}`.trim() };
    return { text: await response.text() };
  } catch (error) {
    return { finding: 'source-network', reason: error instanceof Error ? error.message : String(error) };
  }
}
