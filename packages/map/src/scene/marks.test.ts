import { describe, expect, it } from 'vitest';
import { listCohorts, markOf } from './marks.js';
import { fakeEvaluation } from './testing/fake-evaluation.js';

describe('markOf', () => {
  it('circles twenty numbers and brackets the rest', () => {
    expect([1, 2, 20, 21, 112].map(markOf)).toEqual(['①', '②', '⑳', '(21)', '(112)']);
  });
});

describe('listCohorts', () => {
  const { plan } = fakeEvaluation({ areas: [{ code: '1', name: '甲县', level: 'county' }] });

  it('follows the plan, then the roster', () => {
    expect(listCohorts(plan, ['2024', '2021', '', '2023'])).toEqual([
      { cohort: '2020', mark: '①' },
      { cohort: '2021', mark: '②' },
      { cohort: '2022', mark: '③' },
      { cohort: '2023', mark: '④' },
      { cohort: '2024', mark: '⑤' },
    ]);
  });
});
