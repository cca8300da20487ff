import * as core from '@guatu/core';
import { describe, expect, test } from 'vitest';
import { listCases, readCase } from './cases.js';
import { describeFailure, runCase } from './run-case.js';

describe.concurrent('conformance', () => {
  for (const name of listCases()) {
    test(name, () => {
      const given = readCase(name);
      const differences = runCase(core, given);
      if (differences.length > 0) expect.fail(describeFailure(given, differences));
    });
  }
});
