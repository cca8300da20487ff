import { evaluate } from '@guatu/core';
import type { Evaluation, Locale, Roster } from '@guatu/core';
import { buildScene, layoutGeographic, layoutTiles } from '@guatu/map/scene';
import type { SceneLayout } from '@guatu/map/scene';
import { renderSvg } from '@guatu/map/svg';
import type { DrawArguments } from '../arguments/command-line.js';
import { UsageError } from '../arguments/usage-error.js';
import { loadSources, readText } from '../input/load-sources.js';
import { cleanText } from '../output/clean-text.js';
import { openOutput } from '../output/output-file.js';
import { remark } from '../output/terminal.js';
import type { Terminal } from '../output/terminal.js';
import { writeDiagnostic } from '../output/write-diagnostics.js';
import { composeSheet } from '../sheet/compose-sheet.js';
import type { SheetTexts } from '../sheet/compose-sheet.js';
import { unknownTarget } from './evaluate.js';

/** Draws the board. @returns 1 when there is no plan to draw, else 0 */
export async function runDraw(given: DrawArguments, terminal: Terminal): Promise<number> {
  const { locale, progress } = terminal;
  const { plan, planDiagnostics, dataset } = await loadSources(given, progress);
  if (!plan || !dataset) {
    for (const diagnostic of planDiagnostics) say(terminal, writeDiagnostic(diagnostic, locale));
    return 1;
  }
  const { target, level, view, asOf, knownOn } = given;
  if (target !== null && !plan.targets.some(({ id }) => id === target)) unknownTarget(plan, target);
  const layout = await layOut(given, dataset.roster, terminal);
  progress.say({ zh: '正在绘图', en: 'drawing' });
  const evaluation = evaluate(plan, dataset, { asOf, ...(knownOn !== null && { knownOn }) });
  const scene = buildScene({ evaluation, layout, target: view === 'rollout' ? null : target, level, view, locale });
  const svg = given.mapOnly
    ? renderSvg(scene, { standalone: true, ...(given.title !== null && { title: given.title }) })
    : composeSheet(scene, textsOf(evaluation, given, locale));
  const output = await openOutput(given.output, terminal.stdout);
  await output.write(svg.endsWith('\n') ? svg : `${svg}\n`);
  await output.end();
  progress.end();
  say(terminal, cleanText(scene.summary));
  for (const notice of scene.notices) say(terminal, cleanText(notice));
  return 0;
}

/** Title, plan and day of a sheet. */
function textsOf({ plan, asOf }: Evaluation, { title, target, view, notes }: DrawArguments, locale: Locale): SheetTexts {
  const shown = view === 'rollout' ? undefined : plan.targets.find(({ id }) => id === target);
  const parts = [
    ...(shown ? [locale === 'zh' ? `条款 ${shown.clause}` : `clause ${shown.clause}`] : []),
    ...(shown || title !== null ? [plan.title[locale]] : []),
    locale === 'zh' ? `截至 ${asOf}` : `as of ${asOf}`,
  ];
  return { title: title ?? (shown ?? { name: plan.title }).name[locale], subtitle: parts.join(' · '), notes };
}

async function layOut(given: DrawArguments, roster: Roster, terminal: Terminal): Promise<SceneLayout> {
  const { boundaries, width, level } = given;
  if (boundaries === null) return layoutTiles(roster, { width, level });
  const text = await readText(boundaries);
  const { layout, diagnostics } = layoutGeographic(parseJson(boundaries, text), roster, { width, level });
  for (const diagnostic of diagnostics) say(terminal, writeDiagnostic(diagnostic, terminal.locale));
  if (layout.areas.length > 0) return layout;
  throw new UsageError({
    zh: `--boundaries ${boundaries}:没有一个图形对得上名册中的地区;请核对代码,或不给边界画格子图`,
    en: `--boundaries ${boundaries}: no shape belongs to an area of the roster; check its codes, or leave it out for tiles`,
  });
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new UsageError({
      zh: `--boundaries ${path}:不是 JSON(${why})`,
      en: `--boundaries ${path}: expected GeoJSON, but it is no JSON (${why})`,
    });
  }
}

function say(terminal: Terminal, line: string): void {
  remark(terminal, { zh: line, en: line });
}
