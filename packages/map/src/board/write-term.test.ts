import { describe, expect, it } from 'vitest';
import { writeTerm } from './write-term.js';

const term = (figure: number | null, required: number, attainment: number | null, unit = '项') =>
  writeTerm({ target: 't', figure, required, attainment, unit }, 'zh');

describe('a term of a domain’s mean', () => {
  it('is a division a reader can check', () => {
    expect(term(1, 3, 1 / 3)).toBe('1项 ÷ 3项 = 33.3%');
    expect(term(3, 3, 1)).toBe('3项 ÷ 3项 = 100%');
  });

  it('is turned round where less is better', () => {
    // at most 5% allowed, 8% found: 5 ÷ 8
    expect(term(8, 5, 0.625, '%')).toBe('5% ÷ 8% = 62.5%');
  });

  it('does not say that more than all is all', () => {
    expect(term(6, 3, 1)).toBe('6项 ÷ 3项，计100%');
    expect(writeTerm({ target: 't', figure: 6, required: 3, attainment: 1, unit: '' }, 'en')).toBe(
      '6 ÷ 3, counted as 100%',
    );
  });

  it('divides nothing by 0, and no grade by another', () => {
    expect(term(11, 0, 1, '人')).toBe('11人，计100%');
    expect(term(0, 0, 0, '人')).toBe('0人，计0%');
    // grade 2 where 3 or better is asked
    expect(term(2, 3, 1, '')).not.toContain('= 66');
  });

  it('says where nobody reported', () => {
    expect(term(null, 3, null)).toBe('未报数');
  });
});
