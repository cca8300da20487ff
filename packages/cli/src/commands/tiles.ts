import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { parseAreas } from '@guatu/core';
import type { Diagnostic, Locale, Roster, Text } from '@guatu/core';
import { BoundaryFindings, decideSystem } from '@guatu/map/geometry';
import { describeBoundaryFinding } from '@guatu/map/scene';
import type { TilesArguments } from '../arguments/command-line.js';
import { UsageError } from '../arguments/usage-error.js';
import { describeFileError } from '../input/find-sources.js';
import { readText } from '../input/load-sources.js';
import { findTarget } from '../output/output-target.js';
import { cleanText } from '../output/clean-text.js';
import { remark } from '../output/terminal.js';
import type { Terminal } from '../output/terminal.js';
import { SEVERITIES } from '../output/write-diagnostics.js';
import { ArchiveWriter } from '../tiles/archive-writer.js';
import type { TilePlace } from '../tiles/archive-writer.js';
import { chooseZooms } from '../tiles/choose-zooms.js';
import { ShapeCollector } from '../tiles/collect-shapes.js';
import type { CollectedShapes } from '../tiles/collect-shapes.js';
import { Overview } from '../tiles/cut-overview.js';
import { cutTiles } from '../tiles/cut-tiles.js';
import type { CutTile, Cutting } from '../tiles/cut-tiles.js';
import { describeArchive } from '../tiles/describe-archive.js';
import { encodeTile } from '../tiles/encode-tile.js';
import { readShapes } from '../tiles/read-shapes.js';
import type { FileRemarks } from '../tiles/read-shapes.js';
import type { ShapeStore } from '../tiles/shape-store.js';
import { ShapePlaces, toDegrees } from '../tiles/tile-shapes.js';

/** Cuts boundaries into vector tiles. @returns 0; what cannot be used at all is a UsageError */
export async function runTiles(given: TilesArguments, terminal: Terminal): Promise<number> {
  const { progress } = terminal;
  const output = await findArchive(given);
  const roster = given.areas.length === 0 ? null : await readRoster(given.areas);
  const found = new BoundaryFindings(basename(given.boundaries));
  const collector = new ShapeCollector(roster, found);
  const size = await sizeOf(given.boundaries);
  const remarks = await readShapes(given.boundaries, {
    onShape: (shape) => collector.add(shape),
    found,
    codeProperty: given.codeProperty,
    nameProperty: given.nameProperty,
    onProgress: (bytes) => progress.say(inPercent('正在读取边界', 'reading the boundaries', bytes / Math.max(1, size))),
  });
  const { first } = collector;
  const system = decideSystem(remarks.members, { asked: given.crs, boundaries: first ? [first] : [], found });
  const collected = collector.finish(system, remarks.counts, (share) =>
    progress.say(inPercent('正在合并乡镇', 'putting townships together', share)),
  );
  for (const finding of found.list()) sayFinding(finding, terminal);
  if (collected.store.size === 0) throw nothingToCut(given, remarks);
  const { text, extra } = await writeArchive({ ...given, path: output }, collected.store, remarks, terminal);
  remark(terminal, text);
  for (const line of listRemarks(collected)) remark(terminal, line);
  if (extra) remark(terminal, extra);
  return 0;
}

async function writeArchive(
  given: TilesArguments & { readonly path: string },
  store: ShapeStore,
  remarks: FileRemarks,
  terminal: Terminal,
): Promise<{ readonly text: Text; readonly extra: Text | null }> {
  const { progress } = terminal;
  progress.say({ zh: '正在计算位置', en: 'finding places' });
  const places = new ShapePlaces(store);
  const [x0, y0, x1, y1] = places.bounds();
  const count = (level: string): number => store.names.filter((names) => names.level === level).length;
  const counts = { village: count('village'), township: count('township') };
  const zooms = chooseZooms({ width: x1 - x0, height: y1 - y0, villages: counts.village, townships: counts.township });
  const cutting: Cutting = { store, places, zooms };
  const overviews = (['township', 'village'] as const)
    .filter((level) => counts[level] > 0 && (level === 'township' || zooms.villages === zooms.min))
    .map((level) => ({ level, overview: new Overview(cutting, level) }));
  const archive = await ArchiveWriter.open(given.path);
  try {
    const tiles = cutTiles(cutting, {
      overview: (place) => overviews.flatMap(({ overview }) => overview.layersOf(place)),
      onPart: (share) => progress.say(inPercent('正在切瓦片', 'cutting tiles', share)),
    });
    await addAll(archive, tiles);
    const [west, north] = toDegrees([x0, y0]);
    const [east, south] = toDegrees([x1, y1]);
    const described = describeArchive({
      counts,
      zooms,
      overviews: overviews.map(({ level }) => level),
      members: remarks.members,
    });
    const { size, tiles: written } = await archive.finish({ bounds: [west, south, east, north] }, described.metadata);
    const name = cleanText(given.output);
    const { village, township } = counts;
    const megabytes = (size / 1e6).toFixed(size < 1e6 ? 3 : 1);
    return {
      text: {
        zh: `${name}：${village} 个村、${township} 个乡镇，第 ${zooms.min} 至 ${zooms.max} 级共 ${written} 张瓦片，${megabytes} MB`,
        en: `${name}: ${village} villages and ${township} townships in ${written} tiles of zooms ${zooms.min} to ${zooms.max}, ${megabytes} MB`,
      },
      extra: described.notice === '' ? null : { zh: cleanText(described.notice), en: cleanText(described.notice) },
    };
  } finally {
    await archive.close();
    progress.end();
  }
}

/** Tiles that are compressed at once, beside the cutting of the next. */
const AT_ONCE = 8;

async function addAll(archive: ArchiveWriter, tiles: Iterable<CutTile>): Promise<void> {
  const waiting: { readonly place: TilePlace; readonly bytes: Promise<Uint8Array> }[] = [];
  const addNext = async (): Promise<void> => {
    const next = waiting.shift();
    if (next) await archive.add(next.place, await next.bytes);
  };
  for (const { place, layers } of tiles) {
    waiting.push({ place, bytes: compress(encodeTile(layers)) });
    if (waiting.length > AT_ONCE) await addNext();
  }
  while (waiting.length > 0) await addNext();
}

const compress = promisify<Uint8Array, Uint8Array>(gzip);

async function readRoster(paths: readonly string[]): Promise<Roster> {
  const files = await Promise.all(paths.map(async (path) => ({ name: path, text: await readText(path) })));
  const { roster } = parseAreas(files);
  if (roster.areas.length > 0) return roster;
  throw new UsageError({
    zh: `--areas ${paths.join(' ')}：没有读到地区；运行 guatu check 查看原因`,
    en: `--areas ${paths.join(' ')}: no area could be read; guatu check says why`,
  });
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw describeFileError(path, error);
  }
}

/** The file an archive goes to. An answer never takes the place of what it was made from, nor of a device. */
async function findArchive({ boundaries, areas, output }: TilesArguments): Promise<string> {
  const { path, kind } = await findTarget(output, [boundaries, ...areas]);
  if (kind === 'file') return path;
  throw new UsageError({
    zh: `${output} 是设备或管道，瓦片包要写成文件`,
    en: `${output}: this is a device or a pipe; an archive is written as a file`,
  });
}

function sayFinding(finding: Diagnostic, terminal: Terminal): void {
  const severity = SEVERITIES[finding.severity];
  const say = (locale: Locale): string =>
    cleanText(`${severity[locale]}  ${describeBoundaryFinding(finding, locale) ?? finding.message}`);
  remark(terminal, { zh: say('zh'), en: say('en') });
}

/** What became of shapes that are in the tiles in another form, or not at all. */
function listRemarks({ dissolved, counties, points, around }: CollectedShapes): readonly Text[] {
  return [
    ...(dissolved > 0
      ? [
          {
            zh: `其中 ${dissolved} 个乡镇由所辖各村合并而成`,
            en: `${dissolved} townships among them are put together from their villages`,
          },
        ]
      : []),
    ...(counties > 0
      ? [
          {
            zh: `略去 ${counties} 个县级图形：瓦片只放乡镇和村`,
            en: `${counties} shapes of counties are left out: tiles hold townships and villages`,
          },
        ]
      : []),
    ...(points > 0
      ? [
          {
            zh: `略去 ${points} 个只有点、没有边界的地区`,
            en: `${points} areas of which only a point is known are left out`,
          },
        ]
      : []),
    ...(around
      ? [
          {
            zh: '图形在 180° 两侧：瓦片按全球宽度选级别，首图会跨全球；请改用 GeoJSON，两侧画在一起',
            en: 'shapes lie on both sides of 180°: tiles go by the width of the world, and a first picture spans it; GeoJSON draws both sides in one piece',
          },
        ]
      : []),
  ];
}

function nothingToCut({ boundaries, areas }: TilesArguments, { features }: FileRemarks): UsageError {
  return new UsageError({
    zh: `${boundaries}：${features} 个图形没有一个能用；请核对代码${areas.length > 0 ? '和 --areas 名册' : '，或用 --areas 给出名册'}`,
    en: `${boundaries}: none of its ${features} shapes can be used; check their codes${areas.length > 0 ? ' and the roster' : ', or give the roster with --areas'}`,
  });
}

function inPercent(zh: string, en: string, share: number): Text {
  const percent = `${Math.floor(share * 100)}%`;
  return { zh: `${zh} ${percent}`, en: `${en} ${percent}` };
}
