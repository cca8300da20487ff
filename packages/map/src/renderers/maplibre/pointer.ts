import type { RendererEvents } from '../renderer.js';
import type { FeatureIds } from './feature-ids.js';
import type { MaplibreMap, MapMouseEvent } from './maplibre-types.js';
import { areaFillLayer, groupFillLayer } from './style.js';

/**
 * Tells which area the pointer is on and which was pressed, by what is drawn there.
 *
 * maplibre measures the pointer against the canvas as it is shown, so this holds on a page that CSS has scaled.
 */
export function listenToPointer(
  map: MaplibreMap,
  { ids, events }: { readonly ids: FeatureIds; readonly events: Pick<RendererEvents, 'onPoint' | 'onPress'> },
): void {
  let last: string | null = null;
  const find = ({ point }: MapMouseEvent): string | null => {
    const layers = [areaFillLayer, groupFillLayer].filter((layer) => map.getLayer(layer));
    if (layers.length === 0) return null;
    const [feature] = map.queryRenderedFeatures(point, { layers });
    // features out of tiles say their code themselves
    const code: unknown = feature?.properties['code'];
    return ids.codeOf(feature?.id) ?? (typeof code === 'string' || typeof code === 'number' ? `${code}` : null);
  };
  map.on('mousemove', (event) => {
    // while the map is dragged the picture moves with the pointer: nothing new is pointed at
    if (map.isMoving()) return;
    const code = find(event);
    if (code === null && last === null) return;
    last = code;
    events.onPoint(code, { x: event.point.x, y: event.point.y });
  });
  map.on('mouseout', (event) => {
    if (last === null) return;
    last = null;
    events.onPoint(null, { x: event.point.x, y: event.point.y });
  });
  map.on('click', (event) => events.onPress(find(event)));
}
