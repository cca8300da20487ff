import { mutant } from './mutant.js';
import type { Mutant } from './mutant.js';

/** Figures held against what is required. */
export const comparisonMutants: readonly Mutant[] = [
  mutant(
    'sums: 以上 without its number',
    '§2: 以上, 以下, 达到 include the number',
    [
      'evaluate/criterion.ts',
      'return upward(ceiling(limit(value ?? criterion.value)));',
      'return upward(floor(limit(value ?? criterion.value)) + 1);',
    ],
    'criteria/firmness-does-not-move-the-mark',
    'stock/sum-exactly-at-value',
  ),
  mutant(
    'villages one by one: 以上 without its number',
    '§2: 以上, 以下, 达到 include the number',
    ['evaluate/plain-sum.ts', 'const passes = Number(figure >= low);', 'const passes = Number(figure > low);'],
    'stock/every-village-by-itself',
  ),
  mutant(
    'shares and rates: 以上 without its number',
    '§2: 以上, 以下, 达到 include the number',
    [
      'evaluate/criterion.ts',
      "if (criterion.kind === 'atLeast') return test(true, value, (a, b) => compare(a, b) >= 0);",
      "if (criterion.kind === 'atLeast') return test(true, value, (a, b) => compare(a, b) > 0);",
    ],
    'rate/exactly-at-percentage',
    'share-of-112/50-percent-needs-56',
  ),
  mutant(
    'sums: 以下 without its number',
    '§2: 以上, 以下, 达到 include the number',
    [
      'evaluate/criterion.ts',
      'return downward(floor(limit(value ?? criterion.value)));',
      'return downward(ceiling(limit(value ?? criterion.value)) - 1);',
    ],
    'criteria/at-most-includes-its-number',
  ),
  mutant(
    'members: 以下 without its number',
    '§2, §6: 1万元以下 includes 1万元',
    [
      'evaluate/criterion.ts',
      "if (criterion.kind === 'atMost') return test(false, value, (a, b) => compare(a, b) <= 0);",
      "if (criterion.kind === 'atMost') return test(false, value, (a, b) => compare(a, b) < 0);",
    ],
    'remaining/weak-villages-cleared',
  ),
  mutant(
    'more than, with its number',
    '§1: moreThan excludes the number',
    [
      'evaluate/criterion.ts',
      'return upward(floor(limit(value ?? criterion.value)) + 1);',
      'return upward(ceiling(limit(value ?? criterion.value)));',
    ],
    'criteria/more-than-excludes-its-number',
  ),
  mutant(
    'less than, with its number',
    '§1: lessThan excludes the number',
    [
      'evaluate/criterion.ts',
      'return downward(ceiling(limit(value ?? criterion.value)) - 1);',
      'return downward(floor(limit(value ?? criterion.value)));',
    ],
    'criteria/less-than-excludes-its-number',
  ),
  mutant(
    'a mark between two figures rounded down',
    '§2: decimals compare exactly as they were reported',
    [
      'evaluate/criterion.ts',
      'return BigInt(low) * limit.den === limit.num ? low : low + 1;',
      'return low;',
    ],
    'decimals/mark-between-two-figures',
  ),
  mutant(
    'a range that fails above its upper bound',
    '§1: above the upper bound passes with a remark',
    [
      'evaluate/criterion.ts',
      'return upward(ceiling(limit(value ?? criterion.lower)));',
      'return { ...upward(ceiling(limit(value ?? criterion.lower))), high: floor(limit(criterion.upper)) };',
    ],
    'criteria/between-above-its-upper-bound',
  ),
  mutant(
    'a range that says nothing above its upper bound',
    '§1: above the upper bound passes with a remark',
    [
      'evaluate/criterion.ts',
      'above: (a, b) => compareToFraction(a, b, upper) > 0,',
      'above: () => false,',
    ],
    'criteria/between-above-its-upper-bound',
  ),
  mutant(
    'a range that asks for its upper bound',
    '§1, §6: 3–5 passes at 3',
    [
      'evaluate/criterion.ts',
      'return upward(ceiling(limit(value ?? criterion.lower)));',
      'return upward(ceiling(limit(criterion.upper)));',
    ],
    'criteria/between-passes-at-its-lower-bound',
  ),
  mutant(
    '左右 in both directions',
    '§1: about has no upper failure',
    [
      'evaluate/criterion.ts',
      'return upward(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? 10)));',
      'return { ...upward(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? 10))), high: floor(reduceBy(mark, -10)) };',
    ],
    'criteria/about-within-ten-percent-downward',
  ),
  mutant(
    '左右 without tolerance',
    '§1, §6: 左右 is 10% downward unless set',
    [
      'evaluate/criterion.ts',
      'return upward(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? 10)));',
      'return upward(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? 0)));',
    ],
    'criteria/about-within-ten-percent-downward',
  ),
  mutant(
    'a tolerance of its own ignored',
    '§1: about: value with a tolerance, 10% downward unless set',
    [
      'evaluate/criterion.ts',
      'return upward(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? 10)));',
      'return upward(ceiling(mark), ceiling(reduceBy(mark, 10)));',
    ],
    'criteria/about-with-its-own-tolerance',
  ),
  mutant(
    'a tolerance in binary fractions',
    '§2: decimals compare exactly as they were reported',
    [
      'evaluate/criterion.ts',
      'return upward(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? 10)));',
      'const tolerated = criterion.value * (1 - (criterion.tolerance ?? 10) / 100);\n' +
        '      return upward(ceiling(mark), Math.ceil(tolerated * (findUnit(criterion.unit)?.factor ?? 1) * 10 ** scale.scaleA));',
    ],
    'decimals/tolerance-of-a-tenth',
  ),
  mutant(
    '力争 asks for less',
    '§2: 力争, 确保, 争取 do not move the pass mark',
    [
      'evaluate/judged-window.ts',
      'return compileTest(compiled.criterion, scale, {',
      "const lenient = compiled.target.firmness === 'strive' && compiled.criterion.kind === 'atLeast';\n" +
        "return compileTest(lenient ? { ...compiled.criterion, kind: 'about' } : compiled.criterion, scale, {",
    ],
    'criteria/firmness-does-not-move-the-mark',
  ),
  mutant(
    'shares as rounded percentages',
    '§2: shares are compared in integers; a rounded percentage is never compared',
    [
      'evaluate/criterion.ts',
      'const compare = (a: number, b: number) => compareToFraction(a, b, limit);',
      "const compare = (a: number, b: number) => scale.shape === 'share'\n" +
        '? compareToFraction(Math.round((100 * a) / b), 100, limit) : compareToFraction(a, b, limit);',
    ],
    'share-of-112/70-percent-needs-79',
  ),
  mutant(
    'required villages rounded down',
    '§2: k villages of N reach p% when 100·k ≥ p·N',
    [
      'evaluate/criterion.ts',
      'const compare = (a: number, b: number) => compareToFraction(a, b, limit);',
      "const compare = (a: number, b: number) => scale.shape === 'share'\n" +
        '? Math.sign(a - Math.floor((b * limit.n) / limit.d)) : compareToFraction(a, b, limit);',
    ],
    'share-of-112/30-percent-needs-34',
    'share-of-112/40-percent-needs-45',
    'share-of-112/55-percent-needs-62',
    'share-of-112/90-percent-needs-101',
  ),
  mutant(
    'a percentage as a binary fraction',
    '§2: comparisons cross-multiply',
    [
      'evaluate/exact.ts',
      'const left = a * f.d;',
      'if (b > 1) return sign(a - b * (f.n / f.d));\n  const left = a * f.d;',
    ],
    'decimals/percent-of-a-hundred',
  ),
  {
    name: 'sums in binary fractions',
    rule: '§2: 0.1 + 0.2 reaches 0.3',
    edits: [
      {
        file: 'evaluate/frame.ts',
        find: 'function rollUpFigures({ a, reported, flags }: Frame,',
        replace: 'function rollUpFigures({ a, reported, flags, scaleA }: Frame,',
      },
      {
        file: 'evaluate/frame.ts',
        find: 'sum += a[row] as number;',
        replace: 'const unit = 10 ** scaleA;\n    sum = (sum / unit + (a[row] as number) / unit) * unit;',
      },
      {
        file: 'evaluate/leaf.ts',
        find: 'sum += a[row] as number;',
        replace: 'const unit = 10 ** leaf.scaleA;\n    sum = (sum / unit + (a[row] as number) / unit) * unit;',
      },
      {
        file: 'evaluate/exact.ts',
        find: 'if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return sign(left - right);',
        replace: 'return sign(left - right);',
      },
    ],
    caughtBy: ['decimals/tenths-of-a-yuan'],
  },
  mutant(
    'growth as a rounded percentage',
    '§1: both figures are kept and compared, never the rounded percentage',
    [
      'evaluate/criterion.ts',
      'return test(false, Number.NaN, (a, b) => a <= b);',
      'return test(false, Number.NaN, (a, b) => Math.round((100 * a) / b) <= 100);',
    ],
    'not-above/zero-growth',
  ),
  mutant(
    'growth has to fall',
    '§1: notAbove a reference: zero growth passes',
    [
      'evaluate/criterion.ts',
      'return test(false, Number.NaN, (a, b) => a <= b);',
      'return test(false, Number.NaN, (a, b) => a < b);',
    ],
    'not-above/zero-growth',
  ),
  mutant(
    'nothing is held against a reference of 0',
    '§2: notAbove with a reference of 0 must not divide by zero',
    [
      'evaluate/judge.ts',
      "if (b <= 0 && test.criterion.kind !== 'notAbove') return V.notComputable;",
      'if (b <= 0) return V.notComputable;',
    ],
    'not-above/reference-of-zero',
  ),
  mutant(
    'growth from 0 has grown',
    '§8: growth from 0 is not computable',
    [
      'evaluate/judge.ts',
      "if (b <= 0 && test.criterion.kind !== 'notAbove') return V.notComputable;",
      '',
    ],
    'growth/from-zero-is-not-computable',
  ),
  mutant(
    'a higher grade number is better',
    '§1: an order says which end of a grade is better',
    [
      'evaluate/form-frame.ts',
      "return indicator?.type === 'grade' && indicator.best > indicator.worst;",
      "return indicator?.type === 'grade';",
    ],
    'grade/one-is-best',
  ),
  mutant(
    '万亩 taken for 亩',
    '§2: figures carry units',
    [
      'evaluate/criterion.ts',
      "const factor = scale.shape === 'sum' ? BigInt(findUnit(unit)?.factor ?? 1) : 1n;",
      "const factor = scale.shape === 'sum' ? BigInt(findUnit(unit.replace('万', ''))?.factor ?? 1) : 1n;",
    ],
    'units/mu-and-wan-mu',
  ),
  mutant(
    '667 m² to the mu',
    '§2: 1亩 = 2000/3 m², by integer ratios',
    ['quantity/unit-table.ts', 'factor: 2_000, en', 'factor: 2_001, en'],
    'units/square-metres-and-mu',
  ),
  mutant(
    'a unit of another dimension taken as it is',
    '§2: mixing dimensions is a diagnostic',
    [
      'observation/read-figure.ts',
      'if (written.dimension === unit?.dimension) return written;',
      'if (written) return written;',
    ],
    'units/other-dimension-is-a-diagnostic',
  ),
];
