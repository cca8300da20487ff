// For those that evaluate nothing: a number for every area, and its colour.
const COLORS = ['#f7e8c8', '#e3b778', '#c98442', '#8f5a2c', '#4f3a2a'];
const SHIFT = 13;
const valueAt = (i, which) => (i * 37 + which * SHIFT) % 100;
const colorOf = (value) => COLORS[Math.floor(value / 20)];

/** Areas spread over all of them, with points inside and the colour they must have. */
window.bench.sampleFeatures = (features, which, most, locate) => {
  const step = Math.max(1, Math.floor(features.length / most));
  return features.flatMap(({ geometry: { coordinates } }, i) => {
    if (i % step !== 0) return [];
    const ring = coordinates[0];
    const [lon, lat] = [0, 1].map((axis) => ring.reduce((sum, at) => sum + at[axis], 0) / ring.length);
    const [top, bottom] = [Math.max(...ring.map((at) => at[1])), Math.min(...ring.map((at) => at[1]))];
    const places = [0, 0.4, 0.55, 0.7, 0.82].flatMap((far) => [lat + (top - lat) * far, lat + (bottom - lat) * far]);
    const points = places.map((place) => locate(lon, place));
    return [{ points, color: colorOf(valueAt(i, which)) }];
  });
};
