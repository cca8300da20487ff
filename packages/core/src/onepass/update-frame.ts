import type { Roster } from '../area/area.js';
import type { CompiledTarget } from '../compile/compiled-target.js';
import type { EvaluationContext } from '../compile/context.js';
import { formFrame } from '../frame/form-frame.js';
import type { FormedFrame, MemberAnswers } from '../frame/formed-frame.js';
import { FLAG, inherited } from '../frame/frame.js';
import type { Frame } from '../frame/frame.js';
import type { Leaf } from '../frame/leaf.js';
import { membersOfLine } from './row-context.js';

/** One line of the tree before and after its lowest area reported something else. */
export interface LineChange {
  /** Rows of the roster, the root first. */
  readonly line: readonly number[];
  readonly before: EvaluationContext;
  readonly after: EvaluationContext;
}

/**
 * Takes a change of one area into a formed frame: its own row anew, its ancestors by what it adds more or less.
 * Figures are integers, so sums stay exact; fractions are added anew.
 *
 * @returns false where the frame would be built otherwise now and has to be formed again.
 */
export function updateFrame(
  compiled: CompiledTarget,
  { frame, members, moment, answers }: FormedFrame,
  { line, before, after }: LineChange,
  roster: Roster,
): boolean {
  const row = line.at(-1) as number;
  if (members.counted[row] === 0) return true;
  const few = membersOfLine(members, line);
  const earlier = formFrame(before, compiled, moment, few);
  const later = formFrame(after, compiled, moment, few);
  if (!isBuiltAlike(frame, earlier.frame) || !isBuiltAlike(frame, later.frame)) return false;
  const own = line.length - 1;
  copyRow(frame, row, later.frame, own);
  if (answers && later.answers) copyAnswer(answers, row, later.answers, own);
  if (!compiled.traits.rollsUp) return true;
  const kept = compiled.traits.isDifference ? FLAG.negative : 0;
  for (let at = own - 1; at >= 0; at--) {
    addDifference(frame, line[at] as number, { earlier: earlier.frame, later: later.frame, at });
    if (frame.progress) addProgress(frame.progress, line[at] as number, roster);
    updateFlags(frame, line[at] as number, { earlier: earlier.frame, later: later.frame, below: at + 1 }, roster, kept);
  }
  return true;
}

function isBuiltAlike(frame: Frame, other: Frame): boolean {
  return (
    frame.shape === other.shape &&
    frame.scaleA === other.scaleA &&
    frame.scaleB === other.scaleB &&
    (frame.b === null) === (other.b === null) &&
    (frame.percentages === null) === (other.percentages === null) &&
    (frame.progress === null) === (other.progress === null) &&
    (typeof frame.ends === 'number' ? Object.is(frame.ends, other.ends) : typeof other.ends !== 'number')
  );
}

/** What frames and leaves both have of a row. */
type Figures = Pick<Frame, 'a' | 'b' | 'flags' | 'percentages' | 'ends'>;

function copyFigures(figures: Figures, row: number, from: Figures, at: number): void {
  figures.a[row] = from.a[at] as number;
  if (figures.b && from.b) figures.b[row] = from.b[at] as number;
  figures.flags[row] = from.flags[at] as number;
  if (figures.percentages && from.percentages) figures.percentages[row] = from.percentages[at] as number;
  if (typeof figures.ends !== 'number' && typeof from.ends !== 'number') figures.ends[row] = from.ends[at] as number;
}

function copyRow(frame: Frame, row: number, from: Frame, at: number): void {
  copyFigures(frame, row, from, at);
  frame.reported[row] = from.reported[at] as number;
  if (frame.progress && from.progress) frame.progress[row] = from.progress[at] as number;
}

function copyAnswer(answers: MemberAnswers, row: number, from: MemberAnswers, at: number): void {
  answers.outcome[row] = from.outcome[at] as number;
  answers.progress[row] = from.progress[at] as number;
  copyLeaf(answers.leaf, row, from.leaf, at);
}

function copyLeaf(leaf: Leaf, row: number, from: Leaf, at: number): void {
  copyFigures(leaf, row, from, at);
  leaf.known[row] = from.known[at] as number;
  if (leaf.knownItems && from.knownItems) leaf.knownItems[row] = from.knownItems[at] as number;
}

/** Sums of an ancestor, by what the line alone came to before and comes to now. */
function addDifference(
  frame: Frame,
  ancestor: number,
  { earlier, later, at }: { readonly earlier: Frame; readonly later: Frame; readonly at: number },
): void {
  const add = (
    of: Float64Array | Int32Array | null,
    before: Float64Array | Int32Array | null,
    now: Float64Array | Int32Array | null,
  ) => {
    if (of && before && now) of[ancestor] = (of[ancestor] as number) + (now[at] as number) - (before[at] as number);
  };
  add(frame.a, earlier.a, later.a);
  add(frame.b, earlier.b, later.b);
  add(frame.reported, earlier.reported, later.reported);
}

/** Ways to a predicate are fractions: they are added again, in the order of `addUp`, so that the sum is the same to the bit. */
function addProgress(progress: Float64Array, ancestor: number, roster: Roster): void {
  let sum = 0;
  const children = roster.children(ancestor);
  for (let at = children.length - 1; at >= 0; at--) sum += progress[children[at] as number] as number;
  progress[ancestor] = sum;
}

/** Bits and days of an ancestor are those of its children: looked up again only where one may have gone. */
function updateFlags(
  frame: Frame,
  ancestor: number,
  { earlier, later, below }: { readonly earlier: Frame; readonly later: Frame; readonly below: number },
  roster: Roster,
  kept: number,
): void {
  const { flags, ends } = frame;
  const [had, has] = [inherited(earlier.flags[below] as number), inherited(later.flags[below] as number)];
  const days = typeof ends !== 'number';
  if ((had & ~has) === 0 && !days) {
    flags[ancestor] = (flags[ancestor] as number) | has;
    return;
  }
  let bits = kept;
  let last = Number.NaN;
  for (const child of roster.children(ancestor)) {
    const own = flags[child] as number;
    bits |= inherited(own);
    const end = days && (own & FLAG.error) === 0 ? (ends[child] as number) : Number.NaN;
    if (end > last || Number.isNaN(last)) last = end;
  }
  flags[ancestor] = bits;
  if (days) ends[ancestor] = last;
}
