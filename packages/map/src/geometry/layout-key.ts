import type { SceneLayout, SceneRings } from '../scene/scene.js';

/** Adds a layout's key, which is found when it is first read: of a layout that nothing is compared with it never is. */
export function withKey(layout: Omit<SceneLayout, 'key'>): SceneLayout {
  let key: string | undefined;
  return {
    ...layout,
    get key() {
      return (key ??= keyLayout(layout));
    },
  };
}

/**
 * FNV-1a over a layout's codes, names, places and corners: the same layout gives the same key, another one a different
 * key as good as always.
 */
function keyLayout(layout: Omit<SceneLayout, 'key'>): string {
  const hash = new Hash();
  // inner points follow from the rest
  for (const { code, name, bounds, polygons } of layout.areas) {
    hash.addText(code);
    hash.addText(name);
    for (const value of bounds) hash.addNumber(value);
    hash.addPolygons(polygons);
  }
  for (const { group, polygons } of layout.outlines) {
    hash.addText(group);
    hash.addPolygons(polygons);
  }
  for (const { group, bounds } of layout.headers ?? []) {
    hash.addText(group);
    for (const value of bounds) hash.addNumber(value);
  }
  const size = `${layout.width}x${layout.height}`;
  return `${layout.projection.kind}-${size}-${layout.areas.length}-${hash.write()}`;
}

class Hash {
  #value = 0x811c9dc5;

  addText(text: string): void {
    for (let index = 0; index < text.length; index++) this.#mix(text.charCodeAt(index));
  }

  /** To a thousandth: finer than anything that is drawn. */
  addNumber(value: number): void {
    this.#mix(Math.round(value * 1000) | 0);
  }

  addPolygons(polygons: readonly SceneRings[]): void {
    for (const rings of polygons) for (const ring of rings) for (const value of ring) this.addNumber(value);
  }

  write(): string {
    return (this.#value >>> 0).toString(36);
  }

  #mix(part: number): void {
    this.#value = Math.imul(this.#value ^ part, 0x01000193);
  }
}
