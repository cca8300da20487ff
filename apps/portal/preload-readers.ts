import type { Plugin } from 'vite';

/** Modules that the page asks for as soon as its map knows its files. */
const WANTED = ['board/read-board.js', 'board/read-packed.js'];

/**
 * Has the page fetch what opens and evaluates its board with its first script, and the board file beside it: they would be
 * asked for one after the other else.
 */
export function preloadReaders(): Plugin {
  return {
    name: 'preload-readers',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (!bundle) return [];
        const chunks = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [output] : []));
        const wanted = chunks.filter(({ facadeModuleId }) =>
          WANTED.some((name) => facadeModuleId?.replaceAll('\\', '/').endsWith(name)),
        );
        const entry = chunks
          .filter(({ isEntry }) => isEntry)
          .flatMap(({ fileName, imports }) => [fileName, ...imports]);
        const names = new Set(wanted.flatMap(({ fileName, imports }) => [fileName, ...imports]));
        for (const name of entry) names.delete(name);
        return [
          {
            tag: 'link',
            attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: './data/board.guatu' },
            injectTo: 'head',
          },
          ...[...names].map((name) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
            injectTo: 'head' as const,
          })),
        ];
      },
    },
  };
}
