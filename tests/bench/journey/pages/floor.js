// The least there is to do: the files that our map reads, and every ring projected, filled and stroked on one canvas.
const paths = ['plan.json', 'areas.csv', 'observations.csv', 'events.csv', 'boundaries.geojson'];
const texts = await Promise.all(paths.map((path) => fetch(path).then((response) => response.text())));
const { features } = JSON.parse(texts[4]);
const [width, height] = [900, 600];
const worldY = (lat) => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
let [west, east, north, south] = [Infinity, -Infinity, -Infinity, Infinity];
for (const { geometry } of features) {
  for (const [lon, lat] of geometry.coordinates[0]) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
}
const [left, top] = [west / 360 + 0.5, worldY(north)];
const scale = Math.min((width - 16) / ((east - west) / 360), (height - 16) / (worldY(south) - top));
const place = (lon, lat) => [(lon / 360 + 0.5 - left) * scale + 8, (worldY(lat) - top) * scale + 8];
const canvas = Object.assign(document.createElement('canvas'), { width, height });
document.getElementById('map').append(canvas);
const context = canvas.getContext('2d');
const shapes = features.map(({ geometry }) => {
  const path = new Path2D();
  for (const ring of geometry.coordinates) {
    for (const [i, [lon, lat]] of ring.entries()) path[i === 0 ? 'moveTo' : 'lineTo'](...place(lon, lat));
    path.closePath();
  }
  return path;
});
context.strokeStyle = '#ffffff';
function paint(which) {
  for (const [i, path] of shapes.entries()) {
    context.fillStyle = colorOf(valueAt(i, which));
    context.fill(path);
    context.stroke(path);
  }
}
paint(0);
void window.bench.stands();
Object.assign(window.bench, {
  recolor: async (which) => paint(which),
  sample: (which, most) => window.bench.sampleFeatures(features, which, most, place),
});
