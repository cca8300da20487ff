import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { listFeatures, readFeature, startCounts } from '@guatu/map/geometry';
import type { Boundary, BoundaryFindings, Counts, PropertyNames } from '@guatu/map/geometry';
import { UsageError } from '../arguments/usage-error.js';
import { describeFileError } from '../input/find-sources.js';
import { FeatureSplitter } from './feature-splitter.js';

export interface ReadShapesOptions extends PropertyNames {
  readonly onShape: (shape: Boundary) => void;
  readonly found: BoundaryFindings;
  /** Told how many bytes were read. */
  readonly onProgress: (bytes: number) => void;
}

/** The file without its features. */
export interface FileRemarks {
  readonly features: number;
  /** `fictional`, `notice`, `crs` and whatever else there is. */
  readonly members: Readonly<Record<string, unknown>>;
  /** What was counted on the way, and which properties there are. */
  readonly counts: Counts;
}

/** A file is read from the disk of whoever asked for it: it may be as large as memory allows. */
const LIMITS = { features: 10_000_000, positions: 400_000_000 };

/**
 * Reads a file of boundaries: GeoJSON feature by feature, TopoJSON as a whole.
 *
 * @throws UsageError for a file that cannot be read, is cut short or is no JSON
 */
export async function readShapes(
  path: string,
  { onShape, found, onProgress, ...names }: ReadShapesOptions,
): Promise<FileRemarks> {
  const splitter = new FeatureSplitter();
  const name = basename(path);
  const counts = startCounts(LIMITS.positions, names);
  const read = (feature: unknown, index: number): void => {
    const boundary = readFeature(feature, `features[${index}]`, found, counts);
    if (boundary) onShape(boundary);
  };
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      for (const { index, text } of splitter.push(chunk as Buffer))
        read(parse(text, `${name} features[${index}]`), index);
      onProgress((bytes += (chunk as Buffer).length));
    }
  } catch (error) {
    throw error instanceof UsageError ? error : describeFileError(path, error);
  }
  const { complete, text, features } = splitter.end();
  if (!complete && features !== null) throw cutShort(path, features);
  const rest = parse(text, name);
  const members = isRecord(rest) ? rest : {};
  const listed = features === null ? listFeatures(rest, LIMITS, found) : [];
  listed.forEach(read);
  if (counts.heights > 0) found.add('boundary-height-dropped', '', { count: counts.heights });
  return { features: features ?? listed.length, members, counts };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cutShort(path: string, features: number): UsageError {
  return new UsageError({
    zh: `${path}：文件不完整，在第 ${features + 1} 个图形处中断；请重新取得`,
    en: `${path}: the file is cut short, within feature ${features + 1}; get it again`,
  });
}

/** @throws UsageError naming the place */
function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    const html = text.trimStart().startsWith('<');
    throw new UsageError({
      zh: html ? `${place}：得到的是网页，不是 GeoJSON` : `${place}：不是有效的 JSON（${why}）`,
      en: html ? `${place}: this is a web page, not GeoJSON` : `${place}: is no valid JSON (${why})`,
    });
  }
}
