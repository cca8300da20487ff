import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UsageError } from '../arguments/usage-error.js';

const SOURCE_KINDS = ['areas', 'observations', 'registers', 'events', 'links'] as const;
type SourceKind = (typeof SOURCE_KINDS)[number];

/** Paths by what they hold, in the order they were given; of a folder, by name. */
type SourcePaths = ReadonlyMap<SourceKind, readonly string[]>;

/** The files of a dataset, and what stands beside them and was not read. */
export interface FoundSources {
  readonly paths: SourcePaths;
  /** Tables in the folders that were given, of which the name or the format says nothing. */
  readonly passedOver: readonly string[];
}

/** Files people keep tables in. */
const TABLE = /\.(?:csv|tsv|xlsx?|xlsm|xlsb|ods|et|numbers)$/i;

/** Of these no text can be read, however they are called. */
export function isSpreadsheet(path: string): boolean {
  return TABLE.test(path) && !/\.[ct]sv$/i.test(path);
}

/** What a file holds by its name: `observations.csv`, `observations-2021.csv`; `undefined` when the name says nothing. */
function kindOf(path: string): SourceKind | undefined {
  const name = basename(path).toLowerCase();
  return SOURCE_KINDS.find((kind) => name.startsWith(kind) && /^(?:[-_. ].*)?\.csv$/.test(name.slice(kind.length)));
}

/**
 * Finds the files of a dataset among paths of files and folders.
 *
 * A roster given with `--areas` leaves out those that stand in `--data`; its files may have any name.
 *
 * @throws UsageError for a path that is not there, a file whose name says nothing, and where no roster is found.
 */
export async function findSources(areas: readonly string[], data: readonly string[]): Promise<FoundSources> {
  const found = new Map<SourceKind, string[]>();
  const add = (kind: SourceKind, path: string) => {
    const paths = found.get(kind) ?? [];
    if (!paths.includes(path)) paths.push(path);
    found.set(kind, paths);
  };
  const passedOver: string[] = [];
  for (const path of data) {
    if (!(await isFolder(path))) {
      add(requireKind(path), path);
      continue;
    }
    const files = await filesOf(path);
    const inside = files.filter((file) => kindOf(file) !== undefined);
    const tables = files.filter((file) => TABLE.test(file) && kindOf(file) === undefined);
    for (const file of tables) passedOver.push(file);
    if (inside.length === 0) throw nothingInside(path, tables);
    for (const file of inside) add(kindOf(file) as SourceKind, file);
  }
  if (areas.length > 0) {
    found.delete('areas');
    for (const path of areas) {
      const folder = await isFolder(path);
      const files = folder ? (await filesOf(path)).filter((file) => kindOf(file) === 'areas') : [path];
      if (files.length === 0) throw noRoster(path);
      for (const file of files) add('areas', file);
    }
  }
  if (!found.has('areas')) throw noRoster();
  const used = new Set([...found.values()].flat().map((path) => resolve(path)));
  return { paths: found, passedOver: passedOver.filter((path) => !used.has(resolve(path))) };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw describeFileError(path, error);
  }
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .sort();
}

function requireKind(path: string): SourceKind {
  const kind = kindOf(path);
  if (kind) return kind;
  if (isSpreadsheet(path)) {
    throw new UsageError({
      zh: `--data ${path}：电子表格不能直接读取，请另存为“CSV UTF-8（逗号分隔）”`,
      en: `--data ${path}: a spreadsheet cannot be read as it is; save it as CSV UTF-8 (comma delimited)`,
    });
  }
  const names = SOURCE_KINDS.map((name) => `${name}.csv`);
  throw new UsageError({
    zh: `--data ${path}：文件名看不出是什么数据，请改名为 ${names.join('、')} 之一（后面可带 -2021 之类）`,
    en: `--data ${path}: its name does not say what it holds; name it one of ${names.join(', ')}, or observations-2021.csv and the like`,
  });
}

function nothingInside(path: string, tables: readonly string[]): UsageError {
  const names = tables.slice(0, 5).map((table) => basename(table));
  const hint = names.some(isSpreadsheet)
    ? { zh: '，电子表格请另存为 CSV UTF-8', en: '; save spreadsheets as CSV UTF-8' }
    : { zh: '', en: '' };
  const rest =
    names.length === 0
      ? { zh: '', en: '' }
      : { zh: `；有 ${names.join('、')}${hint.zh}`, en: `, but ${names.join(', ')}${hint.en}` };
  return new UsageError({
    zh: `--data ${path}：文件夹里没有能识别的文件（${SOURCE_KINDS.map((kind) => `${kind}.csv`).join('、')}）${rest.zh}`,
    en: `--data ${path}: the folder holds none of ${SOURCE_KINDS.map((kind) => `${kind}.csv`).join(', ')}${rest.en}`,
  });
}

function noRoster(path?: string): UsageError {
  const where = path === undefined ? '' : ` ${path}`;
  return new UsageError({
    zh: `缺少地区名册${where}：请用 --areas areas.csv 给出，或放在 --data 的文件夹里`,
    en: `there is no roster${path === undefined ? '' : ` in ${path}`}: give --areas areas.csv, or a --data folder that holds one`,
  });
}

/**
 * A failed access to a file as a sentence that says what to do.
 *
 * @param zh - what the file is called in Chinese, where that is another name.
 */
export function describeFileError(path: string, error: unknown, zh = path): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new UsageError({ zh: `找不到 ${path}，请检查路径`, en: `${path}: there is no such file; check the path` });
    case 'EACCES':
    case 'EPERM':
      return new UsageError({ zh: `无权访问 ${zh}`, en: `${path}: no permission to use it` });
    case 'EISDIR':
      return new UsageError({ zh: `${path} 是文件夹，应给文件`, en: `${path}: this is a folder; give a file` });
    case 'ERR_STRING_TOO_LONG':
      return new UsageError({
        zh: `${path} 太大，请分成几个文件`,
        en: `${path}: too large; split it into several files`,
      });
    case 'ENOSPC':
    case 'EDQUOT':
      return new UsageError({ zh: `写入 ${zh} 时磁盘已满`, en: `${path}: the disk is full` });
    case 'EFBIG':
      return new UsageError({
        zh: `${zh} 超过允许的文件大小，未写出`,
        en: `${path}: larger than a file may be here, and not written`,
      });
    case 'EROFS':
      return new UsageError({ zh: `${zh} 所在的磁盘只读`, en: `${path}: its disk is read-only` });
    case 'EPIPE':
      return new UsageError({
        zh: `读取 ${zh} 的一方已经关闭，其余未写出`,
        en: `${path}: whoever read it has closed it; the rest was not written`,
      });
    case 'ELOOP':
      return new UsageError({ zh: `${zh} 的链接互相指向`, en: `${path}: its links run in a circle` });
    default: {
      const why = error instanceof Error ? error.message : String(error);
      return new UsageError({ zh: `${zh}:${why}`, en: `${path}: ${why}` });
    }
  }
}
