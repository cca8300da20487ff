// Boards kept where Vue keeps data: in a ref, and in data(). Vue watches what lies there through proxies.
import '@guatu/map/define/all';
import { createBoard } from '@guatu/map';
import type { BoardSnapshot } from '@guatu/map';
import { createApp, defineComponent, h, ref } from 'vue';

const FILES = { plan: '/data/plan.json', areas: '/data/areas.csv', observations: '/data/observations.csv' };

const InRef = defineComponent(() => {
  const board = ref(createBoard({ target: 'collective-income-5-2022' }));
  void board.value.load(FILES);
  return () => h('guatu-map', { id: 'ref', renderer: 'svg', board: board.value });
});

const InData = defineComponent({
  data: () => ({ board: createBoard({ target: 'collective-income-5-2022' }), kept: [] as BoardSnapshot[] }),
  mounted() {
    void this.board.load(FILES).then((snapshot) => this.kept.push(snapshot));
  },
  render() {
    return h('guatu-map', {
      id: 'data',
      renderer: 'svg',
      board: this.board,
      title: this.kept
        .map(({ evaluation }) =>
          evaluation?.target('collective-income-5-2022').at(0).verdict === undefined ? 'lost' : 'judged',
        )
        .join(),
    });
  },
});

createApp(defineComponent(() => () => h('main', [h(InRef), h(InData)]))).mount('#root');
