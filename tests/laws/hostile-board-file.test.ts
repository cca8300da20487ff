import { gzipSync } from 'node:zlib';
import { evaluate } from '@guatu/core';
import { openBoard, packBoard } from '@guatu/core/board-file';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rewriteBoard } from '../../packages/core/src/board-file/testing/rewrite-board.js';
import { arbitraryWorld } from './arbitrary-world.js';
import { holdAsync } from './hold.js';
import { readWorld } from './world.js';

// Whatever bytes somebody gives: a sentence, or a board that evaluates; never an exception, never a hang.

const packed = arbitraryWorld().map((world) => ({ world, bytes: packBoard(readWorld(world)) }));

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

async function expectRefused(bytes: Uint8Array): Promise<void> {
  const { plan, diagnostics } = await openBoard(bytes);
  expect(plan).toBeUndefined();
  expect(diagnostics.map(({ code }) => code.slice(0, 11))).toEqual(['board-file-']);
}

/** Opens it; where it opens, asks for everything. @returns whether it opened */
async function expectAnswer(bytes: Uint8Array, asOf: string): Promise<boolean> {
  const { plan, dataset, diagnostics } = await openBoard(bytes);
  if (!plan) {
    expect(diagnostics).toHaveLength(1);
    return false;
  }
  const evaluation = evaluate(plan, dataset, { asOf });
  void evaluation.diagnostics;
  dataset.roster.areas.forEach((_, row) => {
    evaluation.rolloutTotals(row);
    for (const { id } of plan.targets) evaluation.target(id).explain(row);
    for (const { id } of plan.domains) evaluation.domain(id, row);
  });
  return true;
}

test('cut anywhere', async () => {
  await holdAsync(fc.tuple(packed, share), 150, async ([{ bytes }, at]) => {
    await expectRefused(bytes.subarray(0, Math.floor(at * bytes.length)));
    const gzip = gzipSync(bytes);
    await expectRefused(gzip.subarray(0, Math.floor(at * gzip.length)));
  });
});

test('one bit changed anywhere', async () => {
  await holdAsync(fc.tuple(packed, share, fc.integer({ min: 0, max: 7 })), 200, async ([{ bytes }, place, bit]) => {
    const at = Math.floor(place * bytes.length);
    bytes[at] = (bytes[at] as number) ^ (1 << bit);
    await expectRefused(bytes);
  });
});

test('any bytes', async () => {
  await holdAsync(fc.uint8Array({ maxLength: 200 }), 200, expectRefused);
  await holdAsync(fc.uint8Array({ maxLength: 200 }), 200, async (rest) => {
    await expectRefused(Uint8Array.from([0x1f, 0x8b, 8, ...rest]));
  });
});

/** Values nobody expects at a place of a header, as JSON writes them. */
const strange = fc.constantFrom(
  'null',
  '""',
  '"C"',
  '"__proto__"',
  '-1',
  '0',
  '1',
  '3',
  '0.5',
  '1e9',
  '9007199254740992',
  'true',
  '"2021-12-31"',
  '"u8"',
  '"f64"',
  '[]',
  '{}',
  '[[]]',
  '["a"]',
  '[null]',
  '{"type":"u32","at":8}',
  '{"values":[]}',
  '{"values":["","T0"]}',
  '{"__proto__":1,"constructor":{"prototype":1}}',
);

interface Place {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

/** Every place of a header, the outermost first. */
function placesOf(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...placesOf(parent[key])]);
}

test('a header in which somebody who knows the format changed anything', async () => {
  let opened = 0;
  const change = fc.record({ at: share, value: strange, drop: fc.boolean(), above: fc.boolean() });
  await holdAsync(fc.tuple(packed, fc.array(change, { minLength: 1, maxLength: 3 })), 250, async ([own, changes]) => {
    const bytes = rewriteBoard(own.bytes, {
      header: (header) => {
        for (const { at, value, drop, above } of changes) {
          // half of the changes are made to the accounts and columns, which a plan outweighs
          const root = above ? { ...(header as object), plan: 0 } : header;
          const places = placesOf(root);
          const { parent, key } = places[Math.floor(at * places.length)] as Place;
          if (parent === root) continue;
          if (drop) delete parent[key];
          else parent[key] = JSON.parse(value) as unknown;
        }
        return header;
      },
    });
    if (await expectAnswer(bytes, own.world.asOf)) opened++;
  });
  expect(opened).toBeGreaterThan(0);
});

test('numbers in which somebody who knows the format changed anything', async () => {
  let opened = 0;
  const change = fc.tuple(share, fc.integer({ min: 0, max: 255 }));
  await holdAsync(fc.tuple(packed, fc.array(change, { minLength: 1, maxLength: 6 })), 250, async ([own, changes]) => {
    const bytes = rewriteBoard(own.bytes, {
      columns: (columns) => {
        for (const [at, byte] of changes) columns[Math.floor(at * columns.length)] = byte;
        return columns;
      },
    });
    if (await expectAnswer(bytes, own.world.asOf)) opened++;
  });
  expect(opened).toBeGreaterThan(0);
});
