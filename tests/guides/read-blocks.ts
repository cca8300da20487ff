import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** A block of code of a guide. */
export interface Block {
  /** Line of the guide at which it begins, from 1. */
  readonly line: number;
  readonly language: string;
  /** What stands behind the language: `plan.json`, `refusal`, `not run: why`. */
  readonly role: string;
  readonly text: string;
}

/** The blocks of a guide in order, by their fences. @param path from the root of the repository */
export function readBlocks(path: string): readonly Block[] {
  const guide = readFileSync(join(project, path), 'utf8');
  return [...guide.matchAll(/^```(\S+)[ ]?(.*)\n([\s\S]*?)^```$/gm)].map((found) => ({
    line: guide.slice(0, found.index).split('\n').length,
    language: found[1] ?? '',
    role: found[2] ?? '',
    text: found[3] ?? '',
  }));
}

/** Lines of a guide that Markdown would take for code without a fence, of which nobody knows what they are. */
export function findUnfenced(path: string): readonly string[] {
  const outside = readFileSync(join(project, path), 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
  return outside.split('\n').filter((line) => /^( {4}|\t)/.test(line));
}
