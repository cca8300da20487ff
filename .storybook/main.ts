import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';
import { builtAliases, excludeFromOptimiser, sourceAliases } from '../vite.shared.js';

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // sources while developing and testing; the built packages, as any consumer gets them, in a static build
  viteFinal: (base, { configType }) =>
    mergeConfig(base, {
      resolve: { alias: configType === 'PRODUCTION' ? builtAliases : sourceAliases },
      optimizeDeps: { exclude: excludeFromOptimiser },
    }),
};

export default config;
