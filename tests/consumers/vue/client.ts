// A county's board as an application in Vue writes it, without a template compiler.
import '@guatu/map/define/all';
import type { AreaSelectEvent } from '@guatu/map';
import { createApp, defineComponent, h, ref } from 'vue';

const App = defineComponent(() => {
  const chosen = ref<string | null>(null);
  return () =>
    h('main', [
      h(
        'guatu-map',
        {
          plan: '/data/plan.json',
          areas: '/data/areas.csv',
          data: '/data/observations.csv /data/registers.csv /data/events.csv /data/links.csv',
          target: 'collective-income-5-2022',
          asOf: '2021-12-31',
          theme: 'dark',
          renderer: 'svg',
          selected: chosen.value,
          'onGuatu-area-select': (event: AreaSelectEvent) => (chosen.value = event.code),
        },
        [h('guatu-legend')],
      ),
      h('output', chosen.value ?? 'none'),
    ]);
});

createApp(App).mount('#root');
