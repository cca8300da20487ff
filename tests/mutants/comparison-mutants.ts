import { mutant } from './mutant.js';
import type { Mutant } from './mutant.js';

/** Figures held against what is required. */
export const comparisonMutants: readonly Mutant[] = [
  mutant(
    'sums: 以上 without its number',
    '§2.1: 以上, 以下, 达到 include the number',
    [
      'atLeast',
      'upFrom(ceiling(given.bound(given.value ?? criterion.value))),',
      'upFrom(ceiling(given.bound(given.value ?? criterion.value)) + 1),',
    ],
    'criteria/firmness-does-not-move-the-mark',
    'stock/sum-exactly-at-value',
  ),
  mutant(
    'villages one by one: 以上 without its number',
    '§2.1: 以上, 以下, 达到 include the number',
    ['answerRuns', 'const passes = Number(figure >= low);', 'const passes = Number(figure > low);'],
    'stock/every-village-by-itself',
  ),
  mutant(
    'shares and rates: 以上 without its number',
    '§2.1: 以上, 以下, 达到 include the number',
    ['atLeast', 'compareToFraction(a, b, limit) >= 0', 'compareToFraction(a, b, limit) > 0'],
    'rate/exactly-at-percentage',
    'share-of-112/50-percent-needs-56',
  ),
  mutant(
    'sums: 以下 without its number',
    '§2.1: 以上, 以下, 达到 include the number',
    [
      'atMost',
      'downFrom(floor(given.bound(given.value ?? criterion.value))),',
      'downFrom(floor(given.bound(given.value ?? criterion.value)) - 1),',
    ],
    'criteria/at-most-includes-its-number',
  ),
  mutant(
    'members: 以下 without its number',
    '§2.1: 1万元以下 includes 1万元',
    ['atMost', 'compareToFraction(a, b, limit) <= 0', 'compareToFraction(a, b, limit) < 0'],
    'remaining/weak-villages-cleared',
  ),
  mutant(
    'more than, with its number',
    '§1.16: moreThan excludes the number',
    [
      'moreThan',
      'upFrom(floor(given.bound(given.value ?? criterion.value)) + 1),',
      'upFrom(floor(given.bound(given.value ?? criterion.value))),',
    ],
    'criteria/more-than-excludes-its-number',
  ),
  mutant(
    'less than, with its number',
    '§1.16: lessThan excludes the number',
    [
      'lessThan',
      'downFrom(ceiling(given.bound(given.value ?? criterion.value)) - 1),',
      'downFrom(ceiling(given.bound(given.value ?? criterion.value))),',
    ],
    'criteria/less-than-excludes-its-number',
  ),
  mutant(
    'a mark between two figures rounded down',
    '§2.13: decimals compare exactly as they were reported',
    ['ceiling', 'return BigInt(low) * limit.den === limit.num ? low : low + 1;', 'return low;'],
    'decimals/mark-between-two-figures',
  ),
  mutant(
    'a range that fails above its upper bound',
    '§1.17: above the upper bound passes with a remark',
    [
      'between',
      'upFrom(ceiling(given.bound(given.value ?? criterion.lower))),',
      '({ ...upFrom(ceiling(given.bound(given.value ?? criterion.lower))), high: ceiling(given.bound(criterion.upper)) }),',
    ],
    'criteria/between-above-its-upper-bound',
  ),
  mutant(
    'a range that says nothing above its upper bound',
    '§1.17: above the upper bound passes with a remark',
    ['between', 'above: (a, b) => compareToFraction(a, b, upper) > 0,', 'above: () => false,'],
    'criteria/between-above-its-upper-bound',
  ),
  mutant(
    'a range that asks for its upper bound',
    '§1.17: 3–5 passes at 3',
    [
      'between',
      'upFrom(ceiling(given.bound(given.value ?? criterion.lower))),',
      'upFrom(ceiling(given.bound(criterion.upper))),',
    ],
    'criteria/between-passes-at-its-lower-bound',
  ),
  mutant(
    '左右 in both directions',
    '§1.18: about has no upper failure',
    [
      'about',
      'return upFrom(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? TOLERANCE)));',
      'return { ...upFrom(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? TOLERANCE))), high: ceiling(reduceBy(mark, -10)) };',
    ],
    'criteria/about-within-ten-percent-downward',
  ),
  mutant(
    '左右 without tolerance',
    '§1.18: 左右 is 10% downward unless set',
    [
      'about',
      'return upFrom(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? TOLERANCE)));',
      'return upFrom(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? 0)));',
    ],
    'criteria/about-within-ten-percent-downward',
  ),
  mutant(
    'a tolerance of its own ignored',
    '§1.18: about: value with a tolerance, 10% downward unless set',
    [
      'about',
      'return upFrom(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? TOLERANCE)));',
      'return upFrom(ceiling(mark), ceiling(reduceBy(mark, 10)));',
    ],
    'criteria/about-with-its-own-tolerance',
  ),
  mutant(
    'a tolerance in binary fractions',
    '§2.13: decimals compare exactly as they were reported',
    [
      'about',
      'return upFrom(ceiling(mark), ceiling(reduceBy(mark, criterion.tolerance ?? TOLERANCE)));',
      'const tolerated = criterion.value * (1 - (criterion.tolerance ?? TOLERANCE) / 100);\n' +
        '    return upFrom(ceiling(mark), Math.ceil(tolerated * (Number(mark.num) / Number(mark.den) / criterion.value)));',
    ],
    'decimals/tolerance-of-a-tenth',
  ),
  mutant(
    '力争 asks for less',
    '§2.1: 力争, 确保, 争取 do not move the pass mark',
    [
      'commonTest',
      'return compileTest(compiled.criterion, scale, {',
      "const lenient = compiled.target.firmness === 'strive' && compiled.criterion.kind === 'atLeast';\n" +
        "return compileTest(lenient ? { ...compiled.criterion, kind: 'about' } : compiled.criterion, scale, {",
    ],
    'criteria/firmness-does-not-move-the-mark',
  ),
  mutant(
    'shares as rounded percentages',
    '§2.2, §2.3: shares are compared in integers; a rounded percentage is never compared',
    [
      'atLeast',
      'compareToFraction(a, b, limit) >= 0',
      "(given.shape === 'share' ? compareToFraction(Math.round((100 * a) / b), 100, limit) : compareToFraction(a, b, limit)) >= 0",
    ],
    'share-of-112/70-percent-needs-79',
  ),
  mutant(
    'required villages rounded down',
    '§2.2: k villages of N reach p% when 100·k ≥ p·N',
    [
      'atLeast',
      'compareToFraction(a, b, limit) >= 0',
      "(given.shape === 'share' ? a - Math.floor((b * Number(limit.num)) / Number(limit.den)) : compareToFraction(a, b, limit)) >= 0",
    ],
    'share-of-112/30-percent-needs-34',
    'share-of-112/40-percent-needs-45',
    'share-of-112/55-percent-needs-62',
    'share-of-112/90-percent-needs-101',
  ),
  mutant(
    'a percentage as a binary fraction',
    '§2.3, §2.13: comparisons cross-multiply',
    [
      'compareToFraction',
      'const left = a * f.d;',
      'if (b > 1) return sign(a - b * (f.n / f.d));\n  const left = a * f.d;',
    ],
    'decimals/percent-of-a-hundred',
  ),
  {
    name: 'sums in binary fractions',
    rule: '§2.13: 0.1 + 0.2 reaches 0.3',
    edits: [
      {
        symbol: 'rollUpFigures',
        find: 'function rollUpFigures({ a, reported, flags }: Frame,',
        replace: 'function rollUpFigures({ a, reported, flags, scaleA }: Frame,',
      },
      {
        symbol: 'rollUpFigures',
        find: 'sum += a[row] as number;',
        replace: 'const unit = 10 ** scaleA;\n    sum = (sum / unit + (a[row] as number) / unit) * unit;',
      },
      {
        symbol: 'compareToFraction',
        find: 'if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return sign(left - right);',
        replace: 'return sign(left - right);',
      },
    ],
    caughtBy: ['decimals/tenths-of-a-yuan'],
  },
  mutant(
    'growth as a rounded percentage',
    '§2.2, §2.3: both figures are kept and compared, never the rounded percentage',
    ['notAbove', '(a, b) => a <= b', '(a, b) => Math.round((100 * a) / b) <= 100'],
    'not-above/zero-growth',
  ),
  mutant(
    'growth has to fall',
    '§6.2: notAbove a reference: zero growth passes',
    ['notAbove', '(a, b) => a <= b', '(a, b) => a < b'],
    'not-above/zero-growth',
  ),
  mutant(
    'nothing is held against a reference of 0',
    '§2.11: notAbove with a reference of 0 must not divide by zero',
    [
      'judgeRow',
      'if (b <= 0 && !test.againstReference) return V.notComputable;',
      'if (b <= 0) return V.notComputable;',
    ],
    'not-above/reference-of-zero',
  ),
  mutant(
    'growth from 0 has grown',
    '§8.3: growth from 0 is not computable',
    ['judgeRow', 'if (b <= 0 && !test.againstReference) return V.notComputable;', ''],
    'growth/from-zero-is-not-computable',
  ),
  mutant(
    'a higher grade number is better',
    '§1.10: an order says which end of a grade is better',
    [
      'isHigherBetter',
      "return indicator?.type === 'grade' && indicator.best > indicator.worst;",
      "return indicator?.type === 'grade';",
    ],
    'grade/one-is-best',
  ),
  mutant(
    'a unit of the plan is one of its unit',
    '§2.14: so many of another unit',
    ['sizeOf', 'const factor = times(base.factor, unit.of);', 'const factor = times(base.factor, 1);'],
    'units/so-many-of-another',
  ),
  mutant(
    'a unit of the plan is known to the reader of reports alone',
    '§2.14: a unit of the plan’s own',
    ['createContext', 'unitOf: createUnitLookup(plan.units),', 'unitOf: createUnitLookup(),'],
    'units/so-many-of-another',
  ),
  mutant(
    '万亩 taken for 亩',
    '§2.12: figures carry units',
    [
      'compileTest',
      'const bound = (of: number): Fraction => boundOf(of, unit, scale, find(unit)?.factor ?? 1);',
      "const bound = (of: number): Fraction => boundOf(of, unit, scale, find(unit.replace('万', ''))?.factor ?? 1);",
    ],
    'units/mu-and-wan-mu',
  ),
  mutant(
    '667 m² to the mu',
    '§2.12: 1亩 = 2000/3 m², by integer ratios',
    ['MEASURES', 'factor: 2_000, en', 'factor: 2_001, en'],
    'units/square-metres-and-mu',
  ),
  mutant(
    'a unit of another dimension taken as it is',
    '§2.12: mixing dimensions is a diagnostic',
    ['readUnit', 'if (written.dimension === unit?.dimension) return written;', 'if (written) return written;'],
    'units/other-dimension-is-a-diagnostic',
  ),
];
