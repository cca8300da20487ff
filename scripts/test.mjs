// npm test: every check in order, or those named: npm test -- unit browser
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { buildApps, buildPackages } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { main, root, runInPairs, runTool, say, step, StepError } from './steps.mjs';

/**
 * @typedef {object} Check
 * @property {() => Promise<void>} run
 * @property {boolean} [needsBuild]
 * @property {boolean} [needsBrowser]
 */

const typed = [
  'packages/core/tsconfig.json',
  'packages/core/tsconfig.build.json',
  'packages/map/tsconfig.json',
  'packages/map/tsconfig.pure.json',
  'packages/cli/tsconfig.json',
  'apps/portal/tsconfig.json',
  'apps/embed/tsconfig.json',
  'tsconfig.json',
];

/** How many tests have passed so far. */
let passed = 0;

/**
 * Runs the tests of one project of vitest.config.ts and counts them.
 *
 * @param {string} project
 * @throws {StepError} when one fails, or when there was none to run
 */
async function runTests(project) {
  const folder = join(root, 'node_modules/.cache/test-reports');
  const report = join(folder, `${project}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const failure = await runTool('vitest', args, { show: true }).then(
    () => undefined,
    (error) => error,
  );
  /** @type {{ numPassedTests: number, numFailedTests: number } | undefined} */
  let counts;
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    throw failure ?? new StepError(`vitest wrote no report for ${project}`);
  }
  passed += counts?.numPassedTests ?? 0;
  if (failure) throw counts?.numFailedTests ? new StepError(`${counts.numFailedTests} tests failed`) : failure;
  if (!counts?.numPassedTests)
    throw new StepError(`no test ran in ${project}: a check that checks nothing does not pass`);
}

/** @type {Readonly<Record<string, Check>>} */
const checks = {
  types: {
    run: () => runInPairs(typed.map((config) => () => runTool('tsc', ['-p', config, '--noEmit', '--pretty', 'false']))),
  },
  lint: {
    run: async () => {
      await runTool('oxlint', ['--deny-warnings'], { show: true });
      await runTool('knip', []);
      await runTool('oxfmt', ['--check'], { show: true });
    },
  },
  build: {
    run: async () => {
      await buildPackages();
      await buildApps();
    },
  },
  unit: { run: () => runTests('node') },
  browser: { run: () => runTests('browser'), needsBrowser: true },
  stories: { run: () => runTests('stories'), needsBuild: true, needsBrowser: true },
  consumers: { run: () => runTests('consumers'), needsBuild: true, needsBrowser: true },
  packaging: { run: () => runTests('packaging'), needsBuild: true },
};

/** @returns {string[]} the checks to run, in order, with a build where one of them needs it */
function choose() {
  const names = Object.keys(checks);
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new StepError(`no check is called "${unknown.join('", "')}": choose from ${names.join(', ')}`);
  if (asked.length === 0) return names;
  const needsBuild = asked.some((name) => checks[name]?.needsBuild);
  return names.filter((name) => asked.includes(name) || (needsBuild && name === 'build'));
}

await main(async () => {
  const names = choose();
  process.env.STORYBOOK_DISABLE_TELEMETRY = '1';
  await ensureInstalled();
  if (names.some((name) => checks[name]?.needsBrowser)) {
    try {
      process.env.CHROMIUM_PATH = ensureBrowser(say);
    } catch (error) {
      throw new StepError(/** @type {Error} */ (error).message);
    }
  }
  for (const [index, name] of names.entries()) {
    try {
      await step(name, () => checks[name]?.run());
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      const left = names.slice(index + 1);
      throw new StepError(
        `${error.message}\n\n${name} failed${left.length > 0 ? `; not run: ${left.join(', ')}` : ''}`,
      );
    }
  }
  say(`${names.join(', ')}: passed`);
  console.log(passed > 0 ? `${passed} passed, 0 failed` : `checks: ${names.length} passed, 0 failed`);
});
