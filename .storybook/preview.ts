import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';

// there once the packages are built
const manifests = import.meta.glob('../packages/map/dist/custom-elements.json', { eager: true, import: 'default' });
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest);

const preview: Preview = {
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: { icon: 'paintbrush', items: ['light', 'dark', 'government-red', 'big-screen'], dynamicTitle: true },
    },
    locale: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'zh', title: '中文' },
          { value: 'en', title: 'English' },
        ],
        dynamicTitle: true,
      },
    },
    textSize: {
      description: 'Text size',
      toolbar: { icon: 'zoom', items: ['standard', 'large'], dynamicTitle: true },
    },
    renderer: {
      description: 'Renderer',
      toolbar: { icon: 'graphline', items: ['auto', 'svg', 'maplibre'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light', locale: 'zh', textSize: 'standard', renderer: 'auto' },
  parameters: {
    a11y: { test: 'error' },
    layout: 'padded',
    controls: { expanded: true },
  },
  // what a page would set; a story hands on to its elements what only they have, from its context's `globals`
  decorators: [
    (story, { globals }) => {
      const page = document.documentElement;
      page.lang = globals.locale === 'zh' ? 'zh-CN' : String(globals.locale);
      return story();
    },
  ],
};

export default preview;
