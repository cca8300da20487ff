import { describe, expect, test } from 'vitest';
import type { Result } from '../result/result.js';
import { describeLight } from './describe-light.js';

const say = (
  light: 'green' | 'yellow' | 'red',
  lightRule: 'points' | 'ratio',
  attainment: number,
  pace: number,
): string => describeLight({ light, lightRule, attainment, pace, verdict: 'notYetDue' } as Result, 'zh');

describe('what is said of a light', () => {
  test('subtracts, and is written to one decimal where that says enough', () => {
    expect(say('green', 'points', 0.689, -9.7)).toBe(
      '绿灯：完成率68.9%，应有78.6%，慢9.7个百分点；慢不到10个百分点亮绿灯',
    );
  });

  test('a distance just under a threshold is not rounded onto it', () => {
    // 78.90 − 68.94 = 9.96 is less than 10: to one decimal 78.9 − 68.9 = 10 would be yellow
    expect(say('green', 'points', 0.6894, -9.96)).toBe(
      '绿灯：完成率68.94%，应有78.9%，慢9.96个百分点；慢不到10个百分点亮绿灯',
    );
    // 79 − 48.96 = 30.04 is more than 30
    expect(say('red', 'points', 0.4896, -30.04)).toBe(
      '红灯：完成率48.96%，应有79%，慢30.04个百分点；慢30个百分点以上亮红灯',
    );
  });

  test('nor one just over it', () => {
    // 78.95 − 68.93 = 10.02: to one decimal 79 − 68.9 = 10.1, which stays on its side
    expect(say('yellow', 'points', 0.6893, -10.02)).toContain('慢10.1个百分点；慢10至30个百分点亮黄灯');
  });

  test('a quotient just under a threshold is not rounded onto it', () => {
    // 0.3998 ÷ 0.5 = 0.7996
    expect(say('yellow', 'ratio', 0.3998, -10.02)).toContain(
      '完成率39.98%，应有50%，相除得0.7996；应有完成率的0.6至0.8亮黄灯',
    );
    // 0.2998 ÷ 0.5 = 0.5996
    expect(say('red', 'ratio', 0.2998, -20.02)).toContain(
      '完成率29.98%，应有50%，相除得0.5996；不到应有完成率的0.6亮红灯',
    );
  });
});
