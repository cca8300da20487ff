import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArguments, findBrowser } from './scripts/browser.mjs';
import { excludeFromOptimiser, sourceAliases } from './vite.shared.js';

/** Parts of @guatu/map whose tests need a page. Everything else runs in Node. */
const browserTests = [
  'packages/map/src/{components,define,events,internal}/**/*.test.ts',
  'packages/map/src/renderers/maplibre/**/*.test.ts',
  '**/*.browser.test.ts',
];
const notOurs = ['**/node_modules/**', '**/dist/**'];

/** Where there is none, tests/setup/needs-browser.ts says so, and tests that need none run. */
function findBrowserIfAny(): string | undefined {
  try {
    return findBrowser();
  } catch {
    return undefined;
  }
}

const executablePath = findBrowserIfAny();
const chromium = playwright({
  launchOptions: { args: browserArguments, ...(executablePath && { executablePath }) },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias: sourceAliases },
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/{architecture,conformance,guides,laws,mutants,plan-coverage,tiles}/**/*.test.ts',
          ],
          exclude: [...notOurs, ...browserTests],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias: sourceAliases },
        optimizeDeps: { exclude: excludeFromOptimiser },
        test: {
          name: 'browser',
          globalSetup: 'tests/setup/needs-browser.ts',
          include: browserTests,
          exclude: notOurs,
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: chromium,
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 900 } }],
          },
        },
      },
      {
        // every story is rendered, its play function run and its accessibility checked
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'stories',
          globalSetup: 'tests/setup/needs-browser.ts',
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: chromium,
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 900 } }],
          },
        },
      },
      {
        // what crosses packages and needs their built files: consumers, and whole pages as they are served
        test: {
          name: 'consumers',
          environment: 'node',
          setupFiles: 'tests/setup/needs-build.ts',
          globalSetup: 'tests/setup/needs-browser.ts',
          include: ['tests/{consumers,portal,security,visual}/**/*.test.ts'],
          exclude: notOurs,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        // what the published packages and the repository promise
        test: {
          name: 'packaging',
          environment: 'node',
          setupFiles: 'tests/setup/needs-build.ts',
          include: ['tests/packaging/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
