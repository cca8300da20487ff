const geojson = await fetch('boundaries.geojson').then((response) => response.json());
const values = await fetch('values.json').then((response) => response.json());
const container = document.getElementById('map');
const map = L.map(container, {
  renderer: L.canvas(),
  zoomControl: false,
  attributionControl: false,
  zoomSnap: 0,
  zoomAnimation: false,
  fadeAnimation: false,
});
const rows = new Map(values.map(({ name }, i) => [name, i]));
const style = (which) => (feature) => ({
  color: '#ffffff',
  weight: 1,
  fillOpacity: 1,
  fillColor: colorOf(valueAt(rows.get(feature.properties.code), which)),
});
const layer = L.geoJSON(geojson, {
  style: style(0),
  onEachFeature: ({ properties: { code, name } }, area) => area.bindTooltip(`${name} ${values[rows.get(code)].value}`),
});
map.fitBounds(layer.getBounds(), { padding: [8, 8], animate: false });
layer.addTo(map);
// its canvas is painted with the next frame
requestAnimationFrame(() => void window.bench.stands());
Object.assign(window.bench, {
  async recolor(which) {
    layer.setStyle(style(which));
    await new Promise(requestAnimationFrame);
  },
  sample: (which, most) =>
    window.bench.sampleFeatures(geojson.features, which, most, (lon, lat) => {
      const { x, y } = map.latLngToContainerPoint([lat, lon]);
      return [x, y];
    }),
  tip: () => container.querySelector('.leaflet-tooltip')?.textContent ?? '',
});
