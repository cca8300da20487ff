import type { SceneLayout } from '../scene/scene.js';

/** FNV-1a over a layout's codes, names, places and outlines: the same layout gives the same key. */
export function keyLayout(layout: Omit<SceneLayout, 'key'>): string {
  let hash = 0x811c9dc5;
  const mix = (text: string): void => {
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    }
  };
  for (const { code, name, bounds, inner, polygons } of layout.areas) {
    mix(`${code}|${name}|${bounds.join()}|${inner.join()}|${polygons.length}|${polygons[0]?.[0]?.length ?? 0};`);
  }
  for (const { group, polygons } of layout.outlines) mix(`${group}|${polygons.length};`);
  for (const { group, bounds } of layout.headers ?? []) mix(`${group}|${bounds.join()};`);
  const size = `${layout.width}x${layout.height}`;
  return `${layout.projection.kind}-${size}-${layout.areas.length}-${(hash >>> 0).toString(36)}`;
}
