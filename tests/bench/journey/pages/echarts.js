const [geojson, values] = await Promise.all(
  ['boundaries.geojson', 'values.json'].map((path) => fetch(path).then((response) => response.json())),
);
const names = new Map(geojson.features.map(({ properties: { code, name } }) => [code, name]));
const container = document.getElementById('map');
echarts.registerMap('county', geojson);
const chart = echarts.init(container);
chart.on('finished', () => window.bench.stands());
chart.setOption({
  animation: false,
  title: { text: '达标进度' },
  tooltip: { className: 'tip', transitionDuration: 0, formatter: ({ name, value }) => `${names.get(name)} ${value}` },
  visualMap: {
    type: 'piecewise',
    pieces: COLORS.map((color, i) => ({ gte: i * 20, lt: (i + 1) * 20, color })),
  },
  series: [
    {
      type: 'map',
      map: 'county',
      nameProperty: 'code',
      label: {
        show: values.length < 200,
        fontSize: 12,
        formatter: ({ name, value }) => `${names.get(name)}\n${value}`,
      },
      data: values,
    },
  ],
});
Object.assign(window.bench, {
  async recolor(which) {
    const done = new Promise((resolve) => chart.on('finished', resolve));
    chart.setOption({ series: [{ data: values.map(({ name }, i) => ({ name, value: valueAt(i, which) })) }] });
    await done;
    chart.off('finished');
  },
  sample: (which, most) =>
    window.bench.sampleFeatures(geojson.features, which, most, (lon, lat) =>
      chart.convertToPixel({ seriesIndex: 0 }, [lon, lat]),
    ),
  tip: () => container.querySelector('.tip')?.textContent ?? '',
});
