import { basename } from 'node:path';
import { evaluate } from '@guatu/core';
import type { Dataset, Evaluation, IsoDate, Locale, Plan, Roster } from '@guatu/core';
import { buildScene, layoutAreas, listStops, parseShapes, readShapes, THEMES } from '@guatu/map/scene';
import type { Scene, SceneLayout } from '@guatu/map/scene';
import { renderSheet, renderSvg } from '@guatu/map/svg';
import type { SheetOptions } from '@guatu/map/svg';
import type { DrawArguments } from '../arguments/command-line.js';
import { UsageError } from '../arguments/usage-error.js';
import { loadSources, readText } from '../input/load-sources.js';
import { cleanText } from '../output/clean-text.js';
import { writeOutput } from '../output/output-file.js';
import { rasterise } from '../output/rasterise.js';
import { remark } from '../output/terminal.js';
import type { Terminal } from '../output/terminal.js';
import { tellErrors, writeDiagnostic } from '../output/write-diagnostics.js';
import { unknownTarget } from './evaluate.js';

/** Draws the board, and says on the side what is wrong with its files, as `evaluate` does. @returns 1 when there is no plan to draw, else 0 */
export async function runDraw(given: DrawArguments, terminal: Terminal): Promise<number> {
  const { locale, progress } = terminal;
  const { plan, planDiagnostics, dataset, paths, passedOver } = await loadSources(given, progress);
  for (const diagnostic of passedOver) say(terminal, writeDiagnostic(diagnostic, locale));
  if (!plan || !dataset) {
    for (const diagnostic of planDiagnostics) say(terminal, writeDiagnostic(diagnostic, locale));
    return 1;
  }
  const { domain, view, knownOn, within, breaks, textSize } = given;
  const target = chooseTarget(plan, given, terminal);
  if (domain !== null && !plan.domains.some(({ id }) => id === domain))
    refuse(
      '--domain',
      domain,
      plan.domains.map(({ id }) => id),
    );
  const asOf = given.asOf ?? chooseDay(plan, dataset, terminal);
  const { layoutOf, level } = await readPlaces(given, dataset.roster, { asOf, terminal });
  progress.say({ zh: '正在绘图', en: 'drawing' });
  const known = knownOn !== null && { knownOn };
  const evaluation = evaluate(plan, dataset, { asOf, ...known });
  const other = given.compareTo === null ? null : evaluate(plan, dataset, { asOf: given.compareTo, ...known });
  const shown = view === 'rollout' ? { target: null } : { target, domain };
  const theme = THEMES[given.theme];
  const draw = (of: Evaluation, beside: Evaluation | null): Scene => {
    const compare = beside && { evaluation: beside, layout: layoutOf(beside.asOf), as: given.comparison };
    const layout = layoutOf(
      beside !== null && given.comparison === 'change' && beside.asOf > of.asOf ? beside.asOf : of.asOf,
    );
    return buildScene({
      evaluation: of,
      layout,
      ...shown,
      level,
      view,
      locale,
      breaks,
      compare,
      theme,
      textSize,
      ...(within !== null && { within }),
    });
  };
  const scene = draw(evaluation, other);
  const beside =
    other !== null && given.comparison === 'beside' && other.asOf !== asOf
      ? { scene: draw(other, evaluation), date: other.asOf, own: asOf }
      : null;
  const svg = given.mapOnly
    ? renderSvg(scene, {
        standalone: true,
        footnote: cleanText(plan.illustrative?.[locale] ?? ''),
        ...(given.title !== null && { title: cleanText(given.title) }),
      })
    : renderSheet(scene, {
        standalone: true,
        locale,
        theme,
        ...(beside && { beside }),
        ...textsOf(evaluation, { ...given, target }, locale),
      });
  await writePicture(svg, given, paths, terminal);
  progress.end();
  say(terminal, cleanText(scene.summary));
  for (const notice of scene.notices) say(terminal, cleanText(notice));
  tellErrors([...planDiagnostics, ...evaluation.diagnostics], terminal);
  return 0;
}

/** Writes SVG text, or a PNG where the file's name says so. */
async function writePicture(
  svg: string,
  { output: path, boundaries, scale }: DrawArguments,
  paths: readonly string[],
  { stdout }: Terminal,
): Promise<void> {
  const picture =
    path !== null && /\.png$/i.test(path) ? rasterise(svg, { scale, ...sizeOf(svg) }) : svg.replace(/\n?$/, '\n');
  const inputs = boundaries === null ? paths : [...paths, boundaries];
  await writeOutput({ path, inputs, stdout }, (output) => output.write(picture));
}

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width = '0', height = '0'] = /<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** The target asked for; the plan's first, and said so, where a view needs one and none was named. */
function chooseTarget(plan: Plan, { target, domain, view }: DrawArguments, terminal: Terminal): string | null {
  const ids = plan.targets.map(({ id }) => id);
  if (target !== null && !ids.includes(target)) unknownTarget(plan, target);
  const [first] = ids;
  if (target !== null || domain !== null || view === 'rollout' || first === undefined) return target;
  remark(terminal, {
    zh: `未给 --target，画第一项任务 ${first}；任务共 ${ids.length} 项，guatu evaluate 逐项列出`,
    en: `no --target given: drawing the plan's first, ${first}, of ${ids.length}; guatu evaluate lists them`,
  });
  return first;
}

/** The last day with reports, and said so; the plan's last day without any. */
function chooseDay(plan: Plan, dataset: Dataset, terminal: Terminal): IsoDate {
  const day =
    listStops(plan, dataset)
      .filter(({ reports }) => reports > 0)
      .at(-1)?.date ?? plan.end;
  remark(terminal, {
    zh: `未给 --as-of，画最后有报数的一天 ${day}`,
    en: `no --as-of given: drawing ${day}, the last day with reports`,
  });
  return day;
}

function refuse(option: string, given: string, known: readonly string[]): never {
  throw new UsageError({
    zh: `${option}：方案和名册里没有“${given}”；可选：${known.join(' ')}`,
    en: `${option}: there is no "${given}"; there is ${known.join(' ')}`,
  });
}

/** Everything written around the map. */
function textsOf(
  { plan, asOf }: Evaluation,
  given: DrawArguments,
  locale: Locale,
): Omit<SheetOptions, 'standalone' | 'locale' | 'theme'> {
  const { title, target, domain, view, notes, publisher, approval } = given;
  const shown = view === 'rollout' ? undefined : plan.targets.find(({ id }) => id === target);
  const field = view === 'rollout' ? undefined : plan.domains.find(({ id }) => id === domain);
  const parts = [
    ...(shown ? [locale === 'zh' ? `条款 ${shown.clause}` : `clause ${shown.clause}`] : []),
    ...(shown || field || title !== null ? [plan.title[locale]] : []),
    locale === 'zh' ? `截至 ${asOf}` : `as of ${asOf}`,
  ];
  return {
    title: cleanText(title ?? (shown ?? field ?? { name: plan.title }).name[locale]),
    subtitle: parts.map(cleanText).join(' · '),
    notes: notes.map(cleanText),
    ...(publisher !== null && { publisher: cleanText(publisher) }),
    ...(approval !== null && { approval: cleanText(approval) }),
  };
}

/** Lays areas out as they are on a day. */
type LayOut = (asOf: IsoDate) => SceneLayout;

/** How areas are laid out, and at which level: townships where nobody asked for a level and only these have shapes. */
async function readPlaces(
  given: DrawArguments,
  roster: Roster,
  { asOf, terminal }: { readonly asOf: IsoDate; readonly terminal: Terminal },
): Promise<{ readonly layoutOf: LayOut; readonly level: 'township' | 'village' }> {
  const { boundaries, width, within, textSize } = given;
  if (within !== null && given.level !== 'township') {
    const townships = roster.areas.filter((area) => area.level === 'township').map(({ code }) => code);
    if (!townships.includes(within)) refuse('--within', within, townships);
  }
  const asked = {
    asOf,
    ...(given.crs !== null && { crs: given.crs }),
    codeProperty: given.codeProperty,
    nameProperty: given.nameProperty,
  };
  const read =
    boundaries === null
      ? readShapes(undefined, roster, asked)
      : parseShapes(await readText(boundaries), roster, { source: basename(boundaries), ...asked });
  const coarse = given.level === null && within === null && read.shapes.level === 'township';
  const level = given.level ?? (coarse ? 'township' : 'village');
  // asked for townships, nobody misses the shapes of villages
  const told =
    given.level === 'township'
      ? read.diagnostics.filter(({ code }) => code !== 'boundary-townships-only')
      : read.diagnostics;
  for (const diagnostic of [...told, ...read.check()]) say(terminal, writeDiagnostic(diagnostic, terminal.locale));
  const options = { width, level, textSize, tiles: given.tiles, ...(within !== null && { within }) };
  if (boundaries === null || read.shapes.places.size > 0) {
    const layouts = new Map<IsoDate, SceneLayout>();
    const layoutOf: LayOut = (day) => {
      const layout = layouts.get(day) ?? layoutAreas(roster, read.shapes, { ...options, asOf: day });
      layouts.set(day, layout);
      return layout;
    };
    return { layoutOf, level };
  }
  throw new UsageError({
    zh: `--boundaries ${boundaries}：没有一个图形对得上名册中的地区；请核对代码，或不给边界画格子图`,
    en: `--boundaries ${boundaries}: no shape belongs to an area of the roster; check its codes, or leave it out for tiles`,
  });
}

function say(terminal: Terminal, line: string): void {
  remark(terminal, { zh: line, en: line });
}
