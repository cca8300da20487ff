// Describes the elements for editors, Storybook and the check that every public part of them is documented.
export default {
  globs: ['src/components/**/*.ts', 'src/define/*.ts', 'src/events/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
};
