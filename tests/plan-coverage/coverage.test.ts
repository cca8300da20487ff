import { describe, expect, it } from 'vitest';
import { hasNumber, otherSpans, plan, sourceLines, targetSpans } from './fixture.js';
import type { Span } from './fixture.js';

/** Lines of the text from 一(二) to 三(五), 1-based, both inclusive. */
const FIRST = 35;
const LAST = 117;

describe('how the plan was carried over', () => {
  it('carries some 200 commitments, about 90 with figures, few only observed', () => {
    const numbered = plan.targets.filter(hasNumber).length;
    const observed = plan.targets.filter(({ criterion }) => criterion.kind === 'observe').length;
    expect(plan.targets.length).toBeGreaterThanOrEqual(170);
    expect(plan.targets.length).toBeLessThanOrEqual(235);
    expect(numbered).toBeGreaterThanOrEqual(80);
    expect(numbered).toBeLessThanOrEqual(100);
    expect(observed).toBeLessThanOrEqual(40);
  });

  it('gives every target a source span, and every span a target', () => {
    const ids = plan.targets.map(({ id }) => id);
    expect([...new Set(targetSpans.map(({ target }) => target))].sort()).toEqual([...ids].sort());
  });

  it('gives a reason for every stretch that is no target', () => {
    expect(otherSpans.length).toBeGreaterThan(0);
    for (const { reason } of otherSpans) expect(reason).toMatch(/^\p{Ll}{3,}/u);
  });
});

describe('against the published text', () => {
  it('lies inside the text', ({ skip }) => {
    const lines = sourceLines ?? skip('needs ../shared/source beside the repository');
    const outside = [...targetSpans, ...otherSpans].filter(
      ({ line, from, to }) => !(from >= 0 && from < to && to <= (lines[line - 1]?.length ?? 0)),
    );
    expect(outside).toEqual([]);
  });

  it('takes no stretch both as a target and as none', ({ skip }) => {
    const lines = sourceLines ?? skip('needs ../shared/source beside the repository');
    const taken = markAll(lines, targetSpans);
    const both = otherSpans.filter(({ line, from, to }) => taken[line - 1]?.slice(from, to).includes(true));
    expect(both).toEqual([]);
  });

  it('covers every sentence from 一(二) to 三(五), to the last character', ({ skip }) => {
    const lines = sourceLines ?? skip('needs ../shared/source beside the repository');
    const covered = markAll(lines, [...targetSpans, ...otherSpans]);
    const missed = lines.flatMap((text, index) =>
      index + 1 < FIRST || index + 1 > LAST
        ? []
        : [...text.matchAll(/[\p{L}\p{N}%+]/gu)]
            .filter(({ index: at }) => covered[index]?.[at] !== true)
            .map(({ index: at }) => `L${index + 1} ${at}`),
    );
    expect(missed).toEqual([]);
  });

  it('covers every figure of the whole text', ({ skip }) => {
    const lines = sourceLines ?? skip('needs ../shared/source beside the repository');
    const covered = markAll(lines, [...targetSpans, ...otherSpans]);
    const figures = lines.flatMap((text, index) =>
      [...text.matchAll(/\d+/g)].map((match) => ({ line: index + 1, at: match.index, figure: match[0] })),
    );
    expect(figures.length).toBeGreaterThan(150);
    const missed = figures.filter(
      ({ line, at, figure }) => covered[line - 1]?.slice(at, at + figure.length).every(Boolean) !== true,
    );
    expect(missed).toEqual([]);
  });

  it('labels every target with the clause its text stands in', ({ skip }) => {
    const lines = sourceLines ?? skip('needs ../shared/source beside the repository');
    const clauses = clauseOfLines(lines);
    const byId = new Map(plan.targets.map((target) => [target.id, target.clause]));
    const wrong = targetSpans.filter(({ target, line }) => byId.get(target) !== clauses[line - 1]);
    expect(wrong).toEqual([]);
  });

  it('carries every figure of a criterion from the text of its target', ({ skip }) => {
    const lines = sourceLines ?? skip('needs ../shared/source beside the repository');
    const missing = plan.targets.filter((target) => {
      const { measure, criterion } = target;
      if (!hasNumber(target) || !('value' in criterion) || criterion.value === 0) return false;
      if (measure.kind === 'count' && criterion.value === 1 && !('where' in measure)) return false;
      const text = targetSpans
        .filter((span) => span.target === target.id)
        .map(({ line, from, to }) => lines[line - 1]?.slice(from, to) ?? '')
        .join(' ');
      const figures = (text.match(/\d+/g) ?? []).map(Number);
      return !figures.includes(criterion.value);
    });
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('says everything in its own words: no run of 12 characters is the text’s', ({ skip }) => {
    const lines = sourceLines ?? skip('needs ../shared/source beside the repository');
    const original = bare(lines.join(''));
    const copied = [...chineseTexts(plan)].filter((text) =>
      runsOf(bare(text), 12).some((run) => original.includes(run)),
    );
    expect(copied).toEqual([]);
  });
});

/** Marks the characters of each line that lie in a span. */
function markAll(lines: readonly string[], spans: readonly Span[]): readonly boolean[][] {
  const marks = lines.map((text) => Array.from({ length: text.length }, () => false));
  for (const { line, from, to } of spans) marks[line - 1]?.fill(true, from, to);
  return marks;
}

/** Clause every line stands in, read from the headings: `二(五)1`; an introduction carries its heading. */
function clauseOfLines(lines: readonly string[]): readonly string[] {
  let [part, section, item] = ['', '', ''];
  return lines.map((line) => {
    const text = line.trim();
    const heading = /^([一二三])、/.exec(text);
    if (heading) [part, section, item] = [heading[1] ?? '', '', ''];
    const inner = /^(\([一二三四五六]\))/.exec(text);
    if (inner) [section, item] = [inner[1] ?? '', ''];
    const number = /^(\d)\./.exec(text);
    if (number) item = number[1] ?? '';
    return `${part}${section}${item}`;
  });
}

/** Letters and digits alone, so that other punctuation hides no copy. */
function bare(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function runsOf(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));
}

/** Every Chinese text of a plan: names, descriptions, reasons of readings, responsible units. */
function* chineseTexts(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'zh' && typeof inner === 'string') yield inner;
    else yield* chineseTexts(inner);
  }
}
