/** What can be wrong with an archive of tiles and the server it lies on. */
export type ArchiveFault =
  | 'source-network'
  | 'source-status'
  | 'source-html'
  | 'source-empty'
  | 'tiles-not-pmtiles'
  | 'tiles-not-vector'
  | 'tiles-no-layer'
  | 'tiles-no-ranges'
  | 'tiles-truncated'
  | 'tiles-broken';

/** Why an archive cannot be read, as a finding's code and its parameters. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly code: ArchiveFault;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: ArchiveFault, params: Readonly<Record<string, string | number>> = {}) {
    super(`${code}: ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }
}
