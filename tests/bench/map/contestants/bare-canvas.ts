import type { Contestant } from '../contestant.js';

/** The least there is to do: every ring projected, filled and stroked on one canvas, and nothing to point at. What remains is the machine's. */
export const drawOnBareCanvas: Contestant = (container, { county, colors, width, height }) => {
  const { features } = county.boundaries;
  const worldY = (lat: number): number => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  let [west, east, north, south] = [Infinity, -Infinity, -Infinity, Infinity];
  for (const { geometry } of features) {
    for (const [lon = 0, lat = 0] of geometry.coordinates[0] ?? []) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  const [left, top] = [west / 360 + 0.5, worldY(north)];
  const scale = Math.min((width - 16) / ((east - west) / 360), (height - 16) / (worldY(south) - top));
  const place = (lon: number, lat: number): readonly [number, number] => [
    (lon / 360 + 0.5 - left) * scale + 8,
    (worldY(lat) - top) * scale + 8,
  ];
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  container.append(canvas);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw on');
  const paths = features.map(({ geometry }) => {
    const path = new Path2D();
    for (const ring of geometry.coordinates) {
      for (const [i, [lon = 0, lat = 0]] of ring.entries()) {
        const [x, y] = place(lon, lat);
        if (i === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      }
      path.closePath();
    }
    return path;
  });
  context.strokeStyle = '#ffffff';
  const recolor = (to: 0 | 1): void => {
    for (const [i, path] of paths.entries()) {
      context.fillStyle = colors[to].get(features[i]?.properties.code ?? '') ?? '#ffffff';
      context.fill(path);
      context.stroke(path);
    }
  };
  recolor(0);
  return { recolor, locate: place, destroy: () => canvas.remove() };
};
