import { PbfReader, PbfWriter } from 'pbf';

/** Properties an area is painted by. The same object for the same look: its bytes are made once for a tile's layer. */
export type Dress = Readonly<Record<string, string | number>>;

export interface Wardrobe {
  /** Layers that are dressed; of a feature without a dress nothing is drawn. */
  readonly dressed: ReadonlyMap<string, (code: string) => Dress | null>;
  /** Layers that stay as they are. The rest is left out. */
  readonly plain: ReadonlySet<string>;
}

/** Numbers of the fields, after the vector tile specification, version 2. */
const TILE = { layer: 3 } as const;
const LAYER = { name: 1, feature: 2, key: 3, value: 4, extent: 5, version: 15 } as const;
const FEATURE = { id: 1, tags: 2, type: 3, geometry: 4 } as const;
const VALUE = { text: 1, float: 2, double: 3, integer: 4, unsigned: 5, signed: 6 } as const;

/**
 * Writes into every feature of a tile how it is to be painted. Geometry is copied as it stands, so this takes a few
 * milliseconds for thousands of features.
 *
 * Feature state would be maplibre's own way, but it hands the states of all areas to every tile that comes: with half a
 * million areas each tile would cost what all of them cost.
 */
export function dressTile(tile: Uint8Array, { dressed, plain }: Wardrobe): Uint8Array<ArrayBuffer> {
  const out = new PbfWriter();
  const write = (field: number, _result: null, pbf: PbfReader): void => {
    if (field !== TILE.layer) return;
    const bytes = pbf.readBytes();
    const name = readName(bytes);
    const dressOf = dressed.get(name);
    if (dressOf) out.writeBytesField(TILE.layer, dressLayer(bytes, dressOf));
    else if (plain.has(name)) out.writeBytesField(TILE.layer, bytes);
  };
  new PbfReader(tile).readFields(write, null);
  return Uint8Array.from(out.finish());
}

interface Layer {
  name: string;
  extent: number;
  version: number;
  readonly keys: string[];
  /** As they are encoded. */
  readonly values: Uint8Array[];
  readonly features: Uint8Array[];
}

function readLayer(bytes: Uint8Array): Layer {
  const read = (field: number, layer: Layer, pbf: PbfReader): void => {
    if (field === LAYER.name) layer.name = pbf.readString();
    else if (field === LAYER.extent) layer.extent = pbf.readVarint();
    else if (field === LAYER.version) layer.version = pbf.readVarint();
    else if (field === LAYER.key) layer.keys.push(pbf.readString());
    else if (field === LAYER.value) layer.values.push(pbf.readBytes());
    else if (field === LAYER.feature) layer.features.push(pbf.readBytes());
  };
  return new PbfReader(bytes).readFields(read, {
    name: '',
    extent: 4096,
    version: 1,
    keys: [],
    values: [],
    features: [],
  });
}

function dressLayer(bytes: Uint8Array, dressOf: (code: string) => Dress | null): Uint8Array {
  const layer = readLayer(bytes);
  const tags = new DressTags(layer);
  const codes = new CodeReader(layer);
  const out = new PbfWriter();
  out.writeVarintField(LAYER.version, layer.version);
  out.writeStringField(LAYER.name, layer.name);
  out.writeVarintField(LAYER.extent, layer.extent);
  for (const encoded of layer.features) {
    const feature = readFeature(encoded);
    const dress = dressOf(codes.codeOf(feature.tags));
    if (dress) out.writeBytesField(LAYER.feature, writeFeature(feature, tags.of(dress)));
  }
  for (const key of layer.keys) out.writeStringField(LAYER.key, key);
  for (const value of layer.values) out.writeBytesField(LAYER.value, value);
  return out.finish();
}

interface Feature {
  id: number | null;
  tags: readonly number[];
  type: number;
  geometry: Uint8Array | null;
}

function readFeature(bytes: Uint8Array): Feature {
  const read = (field: number, feature: Feature, pbf: PbfReader): void => {
    if (field === FEATURE.id) feature.id = pbf.readVarint();
    else if (field === FEATURE.tags) feature.tags = pbf.readPackedVarint();
    else if (field === FEATURE.type) feature.type = pbf.readVarint();
    else if (field === FEATURE.geometry) feature.geometry = pbf.readBytes();
  };
  return new PbfReader(bytes).readFields(read, { id: null, tags: [], type: 0, geometry: null });
}

function writeFeature({ id, tags, type, geometry }: Feature, more: readonly number[]): Uint8Array {
  const out = new PbfWriter();
  if (id !== null) out.writeVarintField(FEATURE.id, id);
  out.writePackedVarint(FEATURE.tags, [...tags, ...more]);
  out.writeVarintField(FEATURE.type, type);
  if (geometry) out.writeBytesField(FEATURE.geometry, geometry);
  return out.finish();
}

/** Pairs of key and value numbers for each dress, whose keys and values join those of the layer. */
class DressTags {
  readonly #layer: Layer;
  readonly #tags = new Map<Dress, readonly number[]>();
  readonly #keys = new Map<string, number>();
  readonly #values = new Map<string | number, number>();

  constructor(layer: Layer) {
    this.#layer = layer;
  }

  of(dress: Dress): readonly number[] {
    const known = this.#tags.get(dress);
    if (known) return known;
    const tags = Object.entries(dress).flatMap(([key, value]) => [this.#key(key), this.#value(value)]);
    this.#tags.set(dress, tags);
    return tags;
  }

  #key(key: string): number {
    const number = this.#keys.get(key) ?? this.#layer.keys.push(key) - 1;
    this.#keys.set(key, number);
    return number;
  }

  #value(value: string | number): number {
    const number = this.#values.get(value) ?? this.#layer.values.push(writeValue(value)) - 1;
    this.#values.set(value, number);
    return number;
  }
}

/** Finds the code among a feature's tags; the same text is read once. */
class CodeReader {
  readonly #layer: Layer;
  readonly #key: number;
  readonly #codes = new Map<number, string>();

  constructor(layer: Layer) {
    this.#layer = layer;
    this.#key = layer.keys.indexOf('code');
  }

  /** Empty for a feature without a code. */
  codeOf(tags: readonly number[]): string {
    for (let at = 0; at + 1 < tags.length; at += 2) if (tags[at] === this.#key) return this.#read(tags[at + 1] ?? -1);
    return '';
  }

  #read(value: number): string {
    const code = this.#codes.get(value) ?? readValue(this.#layer.values[value]);
    this.#codes.set(value, code);
    return code;
  }
}

function writeValue(value: string | number): Uint8Array {
  const out = new PbfWriter();
  if (typeof value === 'string') out.writeStringField(VALUE.text, value);
  else out.writeDoubleField(VALUE.double, value);
  return out.finish();
}

/** A code as text, also where the archive has it as a number. */
function readValue(bytes: Uint8Array | undefined): string {
  const read = (field: number, found: { text: string }, pbf: PbfReader): void => {
    if (field === VALUE.text) found.text = pbf.readString();
    else if (field === VALUE.float) found.text = String(pbf.readFloat());
    else if (field === VALUE.double) found.text = String(pbf.readDouble());
    else if (field === VALUE.integer || field === VALUE.unsigned)
      found.text = String(pbf.readVarint(field === VALUE.integer));
    else if (field === VALUE.signed) found.text = String(pbf.readSVarint());
  };
  return bytes ? new PbfReader(bytes).readFields(read, { text: '' }).text : '';
}

function readName(layer: Uint8Array): string {
  const read = (field: number, found: { name: string }, pbf: PbfReader): void => {
    if (field === LAYER.name) found.name = pbf.readString();
  };
  return new PbfReader(layer).readFields(read, { name: '' }).name;
}
