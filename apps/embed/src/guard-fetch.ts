/**
 * A `fetch` that refuses what another origin answered: an address of this origin may be redirected anywhere, and a foreign
 * file would stand under this page's name.
 *
 * @param allowed - origins that may answer, this page's own among them
 */
export function guardFetch(ask: typeof fetch, allowed: readonly string[]): typeof fetch {
  return async (input, init) => {
    const response = await ask(input, init);
    if (!response.redirected) return response;
    const { origin } = new URL(response.url);
    if (allowed.includes(origin)) return response;
    await response.body?.cancel();
    throw new TypeError(`redirected to "${origin}", which is not this page's origin nor one it allows`);
  };
}
