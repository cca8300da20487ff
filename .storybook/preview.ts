import { findFaults } from '../tests/visual/find-faults.js';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';

// there once the packages are built
const manifests = import.meta.glob('../packages/map/dist/custom-elements.json', { eager: true, import: 'default' });
for (const manifest of Object.values(manifests)) setCustomElementsManifest(leaveOutPrivate(manifest as Manifest));

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly members?: readonly { readonly name: string; readonly privacy?: string; readonly static?: boolean }[];
    }[];
  }[];
}

/** What a class keeps to itself is nothing a reader of its page could set. */
function leaveOutPrivate(manifest: Manifest): Manifest {
  const modules = manifest.modules.map(({ declarations = [], ...module }) => ({
    ...module,
    declarations: declarations.map(({ members = [], ...declaration }) => ({
      ...declaration,
      members: members.filter(
        ({ name, privacy = 'public', static: own = false }) => privacy === 'public' && !own && !name.startsWith('#'),
      ),
    })),
  }));
  return { ...manifest, modules };
}

const preview: Preview = {
  // a page of documentation for every element, from the manifest
  tags: ['autodocs'],
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
      toolbar: { icon: 'zoom', items: ['standard', 'large', 'wall'], dynamicTitle: true },
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
    options: { storySort: { order: ['Foundations', 'Components', ['Map', '*'], 'Recipes'] } },
    controls: { expanded: true },
  },
  // what is no text, number or choice is read here, and set by a script
  argTypesEnhancers: [
    ({ argTypes }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, argType]) => {
          const type = typeof argType.type === 'object' ? argType.type.name : argType.type;
          const isWritten =
            argType.table?.category === 'attributes' &&
            (type === 'string' || type === 'boolean' || type === 'number' || type === 'enum');
          return [name, isWritten ? argType : { ...argType, control: false }];
        }),
      ),
  ],
  // what a page would set; a story hands on to its elements what only they have, from its context's `globals`
  decorators: [
    (story, { globals }) => {
      const page = document.documentElement;
      page.lang = globals.locale === 'zh' ? 'zh-CN' : String(globals.locale);
      return story();
    },
  ],
  // every story is a picture test: nothing in it is cut off, nothing lies over anything else
  afterEach: async ({ canvasElement, parameters, viewMode }) => {
    // pages of documentation show stories at their own width: they are read, and tested beside
    if (parameters['picture'] === false || viewMode === 'docs') return;
    await settle(canvasElement);
    const faults = findFaults();
    if (faults.length > 0) throw new Error(`the picture has faults:\n${faults.join('\n')}`);
  },
};

/** Waits until every element of a story has drawn what it was told, sizes included. */
async function settle(canvas: HTMLElement): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    for (const element of canvas.querySelectorAll('*')) {
      if ('updateComplete' in element) await element.updateComplete;
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

export default preview;
