document.addEventListener('guatu-draw', ({ renderer }) => {
  window.bench.drawn.push(renderer);
  void window.bench.stands();
});
const find = () => document.querySelector('guatu-map');
Object.assign(window.bench, {
  async recolor(which) {
    const map = find();
    map.target = map.board.snapshot.plan.targets[which % 2].id;
  },
  sample(_which, most) {
    const map = find();
    const { left, top } = map.shadowRoot.querySelector('.stage').getBoundingClientRect();
    const { layout, paints } = map.scene;
    const step = Math.max(1, Math.floor(layout.areas.length / most));
    return layout.areas.flatMap(({ inner: [x, y], bounds: [, y0, , y1] }, i) => {
      const { fill, pattern } = paints[i];
      if (i % step !== 0 || pattern !== null) return [];
      const places = [0, 0.4, 0.55, 0.7, 0.82].flatMap((far) => [y + (y0 - y) * far, y + (y1 - y) * far]);
      return [{ points: places.map((place) => [left + x, top + place]), color: fill }];
    });
  },
  tip: () => find().shadowRoot.querySelector('.tip')?.textContent.trim() ?? '',
  card: () => document.querySelector('guatu-card')?.shadowRoot?.querySelector('[part~=name]')?.textContent.trim() ?? '',
});
