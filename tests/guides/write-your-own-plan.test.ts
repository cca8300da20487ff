// The guide shows the sample that `guatu init` writes, and messages as the command prints them: neither can lie.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeFolder, runCli } from '../../packages/cli/src/testing/run-cli.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
const FILES = ['plan.json', 'areas.csv', 'observations.csv', 'events.csv'] as const;

type FileName = (typeof FILES)[number];

interface Mistake {
  readonly file: FileName | 'observations.xlsx';
  readonly from?: string | RegExp;
  readonly to: string;
}

/** One mistake in the sample for each refusal of the guide, in its order. */
const MISTAKES: readonly Mistake[] = [
  { file: 'observations.csv', from: 'indicator,area', to: 'indicator,district' },
  { file: 'observations.csv', from: 'hives,990101100201,2026', to: 'hive,990101100201,2026' },
  { file: 'observations.csv', from: '990101100201,2026', to: '990101100299,2026' },
  { file: 'observations.csv', from: '990101100201,2026-12-31', to: '990101100201,31.12.2026' },
  { file: 'observations.csv', from: '2026-12-31,120', to: '2026-12-31,120-130' },
  { file: 'observations.csv', from: /,120,[^,]+,/, to: ',120,吨,' },
  { file: 'observations.csv', from: /(,2027-01-10,[^,]+,)\n/, to: '$1ok, says Li\n' },
  { file: 'observations.csv', from: /2027-01-10,[^,]+,/, to: '2027-01-10,\uFFFD\uFFFD,' },
  { file: 'plan.json', from: '"indicator": "hives"', to: '"indicator": "bees"' },
  { file: 'observations.xlsx', to: 'PK' },
];

function readSample(locale: string): Record<FileName, string> {
  return Object.fromEntries(
    FILES.map((name) => [name, readFileSync(join(project, 'packages/cli/samples', locale, name), 'utf8')]),
  ) as Record<FileName, string>;
}

/** Blocks of the guide by what stands behind their fence: ```json plan.json */
function readBlocks(locale: string): readonly { readonly kind: string; readonly text: string }[] {
  const guide = readFileSync(
    join(project, `docs/guides/write-your-own-plan${locale === 'zh' ? '.zh-CN' : ''}.md`),
    'utf8',
  );
  return [...guide.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => ({ kind, text }));
}

function textsOf(locale: string, kind: string): readonly string[] {
  return readBlocks(locale)
    .filter((block) => block.kind === kind)
    .map(({ text }) => text);
}

/** What the command says of the sample with one mistake in it. */
async function check({ file, from, to }: Mistake, locale: string): Promise<string> {
  const sample: Record<string, string> = readSample(locale);
  const before = sample[file] ?? '';
  sample[file] = from === undefined ? to : before.replace(from, to);
  expect(sample[file]).not.toBe(before);
  const folder = makeFolder(sample);
  return (
    (await runCli('check', join(folder, 'plan.json'), '--data', folder, '--locale', locale)).stdout.split('\n\n')[0] ??
    ''
  );
}

describe.each(['zh', 'en'])('the guide in %s', (locale) => {
  test.each(FILES)('shows the %s of the sample', (name) => {
    const kind = `${name.endsWith('.json') ? 'json' : 'csv'} ${name}`;
    expect(textsOf(locale, kind)).toEqual([readSample(locale)[name]]);
  });

  test('shows what check and evaluate print', async () => {
    const folder = makeFolder(readSample(locale));
    const args = [join(folder, 'plan.json'), '--data', folder, '--locale', locale];
    const checked = await runCli('check', ...args);
    const evaluated = await runCli('evaluate', ...args, '--as-of', '2027-12-31', '--level', 'county');
    expect(textsOf(locale, 'text check')).toEqual([checked.stdout]);
    expect(textsOf(locale, 'text evaluate')).toEqual([evaluated.stdout]);
  });

  test('shows ten refusals as they are printed', async () => {
    const printed: string[] = [];
    for (const mistake of MISTAKES) printed.push(`${await check(mistake, locale)}\n`);
    expect(textsOf(locale, 'text refusal')).toEqual(printed);
  });

  test('lists every kind of measure, criterion, schedule, roll-up and level there is', () => {
    const schema = JSON.parse(readFileSync(join(project, 'packages/core/schema/plan.json'), 'utf8')) as {
      $defs: Record<string, unknown>;
    };
    const guide = readFileSync(
      join(project, `docs/guides/write-your-own-plan${locale === 'zh' ? '.zh-CN' : ''}.md`),
      'utf8',
    );
    const words = new Set([...guide.matchAll(/`([A-Za-z-]+)`/g)].map(([, word]) => word));
    const kinds = ['Measure', 'Criterion', 'Schedule', 'Scope'].flatMap((name) => listKinds(schema.$defs[name]));
    expect(kinds.length).toBeGreaterThan(30);
    expect(kinds.filter((kind) => !words.has(kind))).toEqual([]);
  });
});

/** Every `const` and `enum` of a part of the schema. */
function listKinds(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { const: one, enum: several } = part as { readonly const?: unknown; readonly enum?: readonly unknown[] };
  return [
    ...[one, ...(several ?? [])].filter((kind) => typeof kind === 'string'),
    ...Object.values(part).flatMap(listKinds),
  ];
}
