import * as leaflet from 'leaflet';
import type { Contestant } from '../contestant.js';

/** One GeoJSON layer on Leaflet's canvas; no tiles, no labels. */
export const drawWithLeaflet: Contestant = (container, { county, colors }) => {
  const map = leaflet.map(container, {
    renderer: leaflet.canvas(),
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0,
    zoomAnimation: false,
    fadeAnimation: false,
  });
  const style = (which: 0 | 1) => (feature?: { readonly properties: { readonly code: string } }) => ({
    color: '#ffffff',
    weight: 1,
    fillOpacity: 1,
    fillColor: colors[which].get(feature?.properties.code ?? '') ?? '#ffffff',
  });
  const layer = leaflet.geoJSON(county.boundaries as never, { style: style(0) });
  map.fitBounds(layer.getBounds(), { padding: [8, 8], animate: false });
  layer.addTo(map);
  return {
    recolor: (to) => void layer.setStyle(style(to)),
    locate: (lon, lat) => {
      const { x, y } = map.latLngToContainerPoint([lat, lon]);
      return [x, y];
    },
    destroy: () => void map.remove(),
  };
};
