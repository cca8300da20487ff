import { EtagMismatch } from 'pmtiles';
import type { RangeResponse, Source } from 'pmtiles';
import { ArchiveError } from './archive-error.js';
import { readUpTo } from './inflate.js';

/** A whole file up to this size is taken from a server that does not answer ranges. */
const WHOLE_LIMIT = 32_000_000;
/** What a reader of archives asks for first; most archives begin with all it needs. */
const HEAD_LENGTH = 16_384;
/** Largest part that is asked for: a tile of more bytes would be no tile. */
const RANGE_LIMIT = 16_000_000;
/** Longest wait for one answer, in milliseconds. */
const PATIENCE = 60_000;

/** Asks a server; `fetch` does. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

/**
 * An archive behind an address, read by ranges. A server that answers a range with the whole file is taken at its word
 * where the file is small. Whatever goes wrong is an {@link ArchiveError} that says what to do.
 */
export class RangeSource implements Source {
  readonly #url: string;
  readonly #fetch: Fetcher;
  #whole: ArrayBuffer | null = null;
  #head: Promise<RangeResponse> | null = null;
  /** What a broken-off answer left in the browser's cache may be short: nothing is taken from there any more. */
  #passesCache = false;
  /** Size of the whole file, once an answer has said it. */
  size: number | null = null;

  constructor(url: string, fetcher: Fetcher = (address, init) => fetch(address, init)) {
    this.#url = url;
    this.#fetch = fetcher;
  }

  getKey(): string {
    return this.#url;
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal, etag?: string): Promise<RangeResponse> {
    if (offset !== 0 || length > HEAD_LENGTH) return this.#ask(offset, length, signal, etag);
    // the beginning is looked at before it is read
    this.#head ??= this.#ask(0, HEAD_LENGTH);
    try {
      const head = await this.#head;
      if (etag === undefined || etag === head.etag) return { ...head, data: head.data.slice(0, length) };
    } catch (error) {
      this.#head = null;
      throw error;
    }
    this.#head = null;
    return this.#ask(offset, length, signal, etag);
  }

  async #ask(offset: number, length: number, signal?: AbortSignal, etag?: string): Promise<RangeResponse> {
    checkRange(offset, length, this.size);
    if (this.#whole) return this.#cut(this.#whole, offset, length);
    // both reasons to break off in one controller: browsers of older desktops cannot join signals
    const { end, signal: both } = joinPatience(signal);
    try {
      const response = await this.#fetch(this.#url, {
        headers: { range: `bytes=${offset}-${offset + length - 1}` },
        signal: both,
        ...(this.#passesCache && { cache: 'no-store' as const }),
      });
      const answer = await this.#take(response, { offset, length, etag });
      if (answer) return answer;
      this.#passesCache = true;
      return await this.#ask(offset, length, signal, etag);
    } catch (error) {
      if (error instanceof ArchiveError || error instanceof EtagMismatch || signal?.aborted) throw error;
      throw new ArchiveError('source-network', { reason: error instanceof Error ? error.message : String(error) });
    } finally {
      end();
    }
  }

  /** @returns `null` for an answer that is short and may come from the browser's cache */
  async #take(
    response: Response,
    asked: { readonly offset: number; readonly length: number; readonly etag: string | undefined },
  ): Promise<RangeResponse | null> {
    const { status } = response;
    const { offset, length } = asked;
    if (status === 416)
      throw new ArchiveError(offset === 0 ? 'source-empty' : 'tiles-truncated', {
        needed: offset + length,
        got: this.size ?? 0,
      });
    if (status !== 200 && status !== 206)
      throw new ArchiveError('source-status', { status: `${status} ${response.statusText}`.trim() });
    const etag = response.headers.get('etag') ?? undefined;
    if (asked.etag !== undefined && etag !== undefined && asked.etag !== etag)
      throw new EtagMismatch('the archive has changed');
    if (status === 200) return this.#cut(await this.#takeWhole(response), offset, length);
    const total = Number(/\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1] ?? Number.NaN);
    if (Number.isFinite(total)) this.size = total;
    // a server may send more than it was asked for, without end
    const data = response.body ? await readUpTo(response.body, length, () => tooMuch(length)) : new ArrayBuffer(0);
    const short = data.byteLength < length && offset + data.byteLength !== this.size;
    if ((data.byteLength === 0 || short) && !this.#passesCache) return null;
    if (data.byteLength === 0 || short)
      throw new ArchiveError('tiles-truncated', { needed: offset + length, got: offset + data.byteLength });
    return { data, ...(etag !== undefined && { etag }) };
  }

  /** A whole file in place of a range, as long as it is small. */
  async #takeWhole(response: Response): Promise<ArrayBuffer> {
    const said = Number(response.headers.get('content-length') ?? Number.NaN);
    const refuse = async (size: number): Promise<never> => {
      await response.body?.cancel();
      throw noRanges(size);
    };
    // a compressed answer says another length than it has
    if (said > WHOLE_LIMIT) return refuse(said);
    const whole = response.body ? await readUpTo(response.body, WHOLE_LIMIT, noRanges) : new ArrayBuffer(0);
    this.#whole = whole;
    this.size = whole.byteLength;
    return whole;
  }

  #cut(whole: ArrayBuffer, offset: number, length: number): RangeResponse {
    if (offset >= whole.byteLength)
      throw new ArchiveError(offset === 0 ? 'source-empty' : 'tiles-truncated', {
        needed: offset + length,
        got: whole.byteLength,
      });
    return { data: whole.slice(offset, offset + length) };
  }
}

/** A header or a directory may say anything of where its parts are: what is no part of a file is not asked for. */
function checkRange(offset: number, length: number, size: number | null): void {
  if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || offset < 0 || length < 1) {
    throw new ArchiveError('tiles-broken', { reason: `it says that a part of ${length} bytes begins at ${offset}` });
  }
  if (length > RANGE_LIMIT)
    throw new ArchiveError('tiles-broken', {
      reason: `it says that a part has ${length} bytes, more than ${RANGE_LIMIT}`,
    });
  // the beginning is asked for before the size is known, and may be more than there is
  if (size !== null && offset > 0 && offset + length > size)
    throw new ArchiveError('tiles-truncated', { needed: offset + length, got: size });
}

function noRanges(size: number): ArchiveError {
  return new ArchiveError('tiles-no-ranges', { megabytes: Math.ceil(size / 1e6) });
}

function tooMuch(length: number): ArchiveError {
  return new ArchiveError('tiles-broken', { reason: `the server answered more than the ${length} bytes asked for` });
}

/** A signal that breaks off when another one does, or when patience ends. */
function joinPatience(signal: AbortSignal | undefined): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, PATIENCE);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  const end = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, end };
}
