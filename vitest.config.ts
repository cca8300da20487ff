import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArguments, findBrowser } from './scripts/browser.mjs';
import { excludeFromOptimiser, sourceAliases } from './vite.shared.js';

/** Parts of @guatu/map whose tests need a page. Everything else runs in Node. */
const browserTests = [
  'packages/map/src/{components,define,events,internal,styles}/**/*.test.ts',
  'packages/map/src/renderers/maplibre/**/*.test.ts',
  '**/*.browser.test.ts',
];
const notOurs = ['**/node_modules/**', '**/dist/**'];

const executablePath = findBrowser();
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
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/{architecture,conformance,guides,laws,mutants,plan-coverage,tiles}/**/*.test.ts'],
          exclude: [...notOurs, ...browserTests],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias: sourceAliases },
        optimizeDeps: { exclude: excludeFromOptimiser },
        test: {
          name: 'browser',
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
          include: ['tests/{consumers,a11y,visual,security,portal}/**/*.test.ts'],
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
          include: ['tests/packaging/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
