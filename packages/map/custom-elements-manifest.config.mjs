// Describes the elements for editors, Storybook and the check that every public part of them is documented.

/** The classes that elements are built on are read for what they pass on, and are no elements themselves. */
const leaveOutBases = {
  name: 'leave-out-bases',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.declarations = module.declarations?.filter(({ customElement, tagName }) => !customElement || tagName !== undefined);
    }
  },
};

export default {
  globs: ['src/components/**/*.ts', 'src/define/*.ts', 'src/events/*.ts', 'src/internal/board-element.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [leaveOutBases],
};
