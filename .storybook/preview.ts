import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';

// there once the packages are built
const manifests = import.meta.glob('../packages/map/dist/custom-elements.json', { eager: true, import: 'default' });
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest);

const preview: Preview = {
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: { icon: 'paintbrush', items: ['light', 'dark', 'print'], dynamicTitle: true },
    },
    locale: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'zh-CN', title: '中文' },
          { value: 'en', title: 'English' },
        ],
        dynamicTitle: true,
      },
    },
    textSize: {
      description: 'Text size',
      toolbar: { icon: 'zoom', items: ['normal', 'large'], dynamicTitle: true },
    },
    renderer: {
      description: 'Renderer',
      toolbar: { icon: 'graphline', items: ['auto', 'svg', 'maplibre'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light', locale: 'zh-CN', textSize: 'normal', renderer: 'auto' },
  parameters: {
    a11y: { test: 'error' },
    layout: 'padded',
    controls: { expanded: true },
  },
  // what a page would set; a story hands on to its elements what only they have, from its context's `globals`
  decorators: [
    (story, { globals }) => {
      const page = document.documentElement;
      page.lang = String(globals.locale);
      page.dataset.guatuTheme = String(globals.theme);
      page.dataset.guatuTextSize = String(globals.textSize);
      return story();
    },
  ],
};

export default preview;
