import { expect, test, vi } from 'vitest';
import { findParent } from './find-parent.js';
import { guardFetch } from './guard-fetch.js';

const own = 'https://county.example';

test.each([
  [
    'named by the address',
    { named: 'https://www.example', told: 'https://told.example', referrer: '' },
    'https://www.example',
  ],
  [
    'told by the browser',
    { named: '', told: 'https://told.example', referrer: 'https://other.example/' },
    'https://told.example',
  ],
  [
    'by where one came from',
    { named: '', told: undefined, referrer: 'https://other.example/page' },
    'https://other.example',
  ],
  ['of nothing known only its own', { named: '', told: undefined, referrer: '' }, own],
  ['opaque', { named: '', told: 'null', referrer: 'https://other.example/' }, null],
  ['a file', { named: '', told: undefined, referrer: 'file:///page.html' }, null],
  ['nonsense', { named: '', told: undefined, referrer: 'about' }, null],
] as const)('the page around, %s', (_, around, origin) => {
  expect(findParent({ ...around, own })).toBe(origin);
});

test("in a sandbox there is no origin of one's own to speak to", () => {
  expect(findParent({ named: '', told: undefined, referrer: '', own: 'null' })).toBeNull();
});

/** An answer as a browser hands it over after redirections. */
function answer(url: string, redirected: boolean): Response {
  const response = new Response('text');
  return Object.defineProperties(response, { url: { value: url }, redirected: { value: redirected } });
}

test('what another origin answered after a redirection is refused', async () => {
  const ask = vi.fn<typeof fetch>();
  const guarded = guardFetch(ask, [own, 'https://data.example']);
  for (const [url, redirected] of [
    [`${own}/a`, false],
    [`${own}/b`, true],
    ['https://data.example/c', true],
  ] as const) {
    ask.mockResolvedValueOnce(answer(url, redirected));
    expect(await (await guarded('/a')).text()).toBe('text');
  }
  ask.mockResolvedValueOnce(answer('https://elsewhere.example/a', true));
  await expect(guarded('/a')).rejects.toThrow(
    'redirected to "https://elsewhere.example", which is not this page\'s origin nor one it allows',
  );
});
