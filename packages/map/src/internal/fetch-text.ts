import type { FetchedBytes, FetchedText } from '../board/load-files.js';

/** Longest wait for one file, in milliseconds. */
const PATIENCE = 60_000;

/** Gets a file's text from its address, relative to the page. Never rejects: what went wrong is in the answer. */
export async function fetchText(url: string): Promise<FetchedText> {
  return await fetchAnd(url, readText);
}

/** The same of a file that is no text. */
export async function fetchBytes(url: string): Promise<FetchedBytes> {
  return await fetchAnd(url, async (response) => ({ bytes: await response.arrayBuffer() }));
}

type Missed = Extract<FetchedText, { readonly finding: string }>;

async function fetchAnd<Answer>(url: string, read: (response: Response) => Promise<Answer>): Promise<Answer | Missed> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PATIENCE);
  try {
    const response = await fetch(new URL(url, document.baseURI).href, { signal: controller.signal });
    if (!response.ok) return { finding: 'source-status', reason: `${response.status} ${response.statusText}`.trim() };
    return await read(response);
  } catch (error) {
    return { finding: 'source-network', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** The text of an answer; of an archive of tiles, which may be hundreds of megabytes, only the beginning is read. */
async function readText(response: Response): Promise<FetchedText> {
  const reader = response.body?.getReader();
  if (!reader) return { text: await response.text() };
  const decoder = new TextDecoder();
  let text = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    text += decoder.decode(next.value, { stream: true });
    if (!text.startsWith('PMTiles')) continue;
    await reader.cancel();
    return { archive: true };
  }
  return { text: text + decoder.decode() };
}
