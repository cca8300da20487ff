import * as echarts from 'echarts';
import type { Contestant } from '../contestant.js';

/** `registerMap` and one map series; no labels, no animation, colours given per area. */
export const drawWithEcharts: Contestant = (container, { county, colors, width, height }) => {
  echarts.registerMap('county', county.boundaries as never);
  const chart = echarts.init(container, null, { width, height });
  const write = (which: 0 | 1) =>
    county.boundaries.features.map(({ properties: { code, name } }) => ({
      name: code,
      value: 1,
      label: name,
      itemStyle: { areaColor: colors[which].get(code) ?? '#ffffff' },
    }));
  chart.setOption({
    animation: false,
    series: [
      {
        type: 'map',
        map: 'county',
        nameProperty: 'code',
        aspectScale: 1,
        layoutCenter: ['50%', '50%'],
        layoutSize: '100%',
        itemStyle: { borderColor: '#ffffff', borderWidth: 1 },
        data: write(0),
      },
    ],
  });
  return {
    recolor: (to) => chart.setOption({ series: [{ data: write(to) }] }),
    locate: (lon, lat) => {
      const [x = 0, y = 0] = chart.convertToPixel({ seriesIndex: 0 }, [lon, lat]);
      return [x, y];
    },
    destroy: () => chart.dispose(),
  };
};
