/** What every page, worker and server has beside the language: texts as bytes, and streams that unpack. */
interface Platform {
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly TextDecoder: new (
    label: string,
    options: { readonly fatal: boolean },
  ) => { decode(bytes: Uint8Array): string };
  /** Missing in browsers before Chromium 80, Firefox 113 and Safari 16.4. */
  readonly DecompressionStream?: new (format: 'gzip') => ByteTransform;
}

interface ByteTransform {
  readonly writable: { getWriter(): ByteWriter };
  readonly readable: { getReader(): ByteReader };
}

interface ByteWriter {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

interface ByteReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  cancel(): Promise<void>;
}

export const platform = globalThis as unknown as Platform;
