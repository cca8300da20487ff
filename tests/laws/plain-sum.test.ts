import { VERDICTS } from '@guatu/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { attainColumns } from '../../packages/core/src/onepass/attain-columns.js';
import { compileTarget } from '../../packages/core/src/compile/compile-target.js';
import { createContext } from '../../packages/core/src/evaluate/evaluate.js';
import { sumPlainly } from '../../packages/core/src/onepass/plain-sum.js';
import { judgeTarget } from '../../packages/core/src/evaluate/target-evaluation.js';
import { arbitraryWorld } from './arbitrary-world.js';
import type { WorldOptions } from './arbitrary-world.js';
import { hold } from './hold.js';
import { ofOneYear, readWorld } from './world.js';

const UNDECIDED = VERDICTS.indexOf('undecided');
const sums: WorldOptions = { measures: ['stock', 'flow', 'cumulative'], criteria: ['atLeast'], schedules: ['by'] };

test('what is answered in one pass is what frames answer', () => {
  let [inOnePass, answered, undecided] = [0, 0, 0];
  const clean = arbitraryWorld({ ...sums, due: true, clean: true });
  const worlds = fc.oneof(
    arbitraryWorld(sums),
    clean,
    clean.map(ofOneYear),
    arbitraryWorld({ ...sums, due: true }).map(ofOneYear),
  );
  hold(worlds, 1000, (world) => {
    const { plan, dataset } = readWorld(world);
    const context = createContext(plan, dataset, { asOf: world.asOf });
    for (const target of plan.targets) {
      const compiled = compileTarget(context, target);
      const plain = sumPlainly(context, compiled);
      if (!plain) continue;
      const throughFrames = judgeTarget(context, compiled);
      expect(plain.columns.verdicts).toEqual(throughFrames.verdicts);
      expect(plain.columns.attainments).toEqual(attainColumns(throughFrames).attainments);
      expect(plain.form()).toEqual(throughFrames.present.formed);
      inOnePass++;
      answered += plain.columns.attainments.filter((attainment) => attainment > 0 && attainment < 1).length;
      undecided += plain.columns.verdicts.filter((verdict) => verdict === UNDECIDED).length;
    }
  });
  expect(inOnePass).toBeGreaterThan(200);
  expect(answered).toBeGreaterThan(100);
  expect(undecided).toBeGreaterThan(0);
});
