import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.js';

/** An option of a command: whether it takes a value, may be given again, and its letter. */
export interface OptionKind {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly short?: string;
}

/** Options as they were given, each with all its values; a flag has one empty value. */
export interface GivenOptions {
  readonly positionals: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads the arguments of one command.
 *
 * @throws UsageError for an option the command does not have, one without its value, one given twice.
 */
export function readOptions(args: readonly string[], options: Readonly<Record<string, OptionKind>>): GivenOptions {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const positionals: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) throw unknownOption(rawName, Object.keys(options));
    if (option.type === 'boolean' && value !== undefined) {
      throw new UsageError({ zh: `${rawName} 不带值`, en: `${rawName} takes no value` });
    }
    if (option.type === 'string' && (value === undefined || isOption(value, token.inlineValue))) {
      throw new UsageError({ zh: `${rawName} 后面缺少值`, en: `${rawName}: a value is missing after it` });
    }
    const given = values.get(name);
    if (given && option.multiple !== true) {
      throw new UsageError({ zh: `${rawName} 只能给一次`, en: `${rawName} can be given once only` });
    }
    if (given) given.push(value ?? '');
    else values.set(name, [value ?? '']);
  }
  return { positionals, values };
}

/** Whether what follows an option is the next option, and not its value. */
function isOption(value: string, inline: boolean | undefined): boolean {
  return inline !== true && value.length > 1 && value.startsWith('-');
}

function unknownOption(rawName: string, names: readonly string[]): UsageError {
  const asked = rawName.replace(/^-+/, '');
  const near = names.find((name) => distance(asked, name) <= 2);
  const list = names.map((name) => `--${name}`).join(' ');
  return new UsageError({
    zh: `没有选项 ${rawName}。${near ? `是否指 --${near}？` : `可用：${list}`}`,
    en: `there is no option ${rawName}. ${near ? `did you mean --${near}?` : `options: ${list}`}`,
  });
}

/** Letters to add, drop or change from one word to the other. */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
