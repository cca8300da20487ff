import { describe, expect, test } from 'vitest';
import type { Result } from '../result/result.js';
import { describeExpected, describeLight } from './describe-light.js';

const say = (
  light: 'green' | 'yellow' | 'red',
  lightRule: 'points' | 'ratio',
  attainment: number,
  pace: number,
): string =>
  describeLight(
    { light, lightRule, attainment, pace, verdict: 'notYetDue', periods: [] as const } as unknown as Result,
    'zh',
  );

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

  test('of a repeated target is about the year that runs, whatever was met before it', () => {
    // 1 of 2 is 50%; 0.74 of 2 is 37%: 13 points ahead, and nothing of the 100% of the years before
    const running = { light: 'green', lightRule: 'points', attainment: 1, pace: 13, verdict: 'notYetDue' } as const;
    const result = { ...running, figure: 1, required: 2, periods: [{}] } as unknown as Result;
    expect(describeLight(result, 'zh')).toBe('绿灯：完成率50%，应有37%，快13个百分点；慢不到10个百分点亮绿灯');
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

describe('what is expected by now', () => {
  const sayExpected = (figure: number, expected: number, unit: string, required: number): string =>
    describeExpected({ figure, expected, required, unit, verdict: 'notYetDue' } as unknown as Result, 'zh');

  test('comes whole where what is counted does, and subtracts', () => {
    // 667 − 655 = 12
    expect(sayExpected(655, 666.67, '人', 1000)).toBe('应为667人，少12人');
    expect(sayExpected(2200, 2533.33, '亩', 3800)).toBe('应为2,533.33亩，少333.33亩');
  });

  test('keeps its part where the whole number would say something else', () => {
    // 1 of 1 would be met, 1 is more than 0.74
    expect(sayExpected(1, 0.74, '个', 2)).toBe('应为0.74个，多0.26个');
    expect(sayExpected(0, 0.3, '个', 2)).toBe('应为0.3个，少0.3个');
    expect(sayExpected(999, 999.6, '人', 1000)).toBe('应为999.6人，少0.6人');
  });

  test('is nothing on a line from nothing to nothing', () => {
    expect(sayExpected(1, 0, '家', 0)).toBe('');
  });
});
