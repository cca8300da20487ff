import type { Plan } from '../plan/plan.js';
import type { Locale, Text } from '../text/text.js';
import { formatNumber, formatPercent } from '../words/format-number.js';
import type { RankedArea, Ranking, TargetCause } from './ranking.js';

/** Rank, score, change with its causes, streak, and what was left out, of one area in words. */
export function describeRankedArea(
  plan: Plan,
  rules: Pick<Ranking, 'last' | 'rounds' | 'minCompleteness'>,
  area: Omit<RankedArea, 'text'>,
): Text {
  const sentences = [
    placeSentence(rules, area),
    ...changeSentence(plan, area),
    ...streakSentence(rules, area),
    ...silenceSentence(plan, area),
  ];
  return {
    zh: `${sentences.map(({ zh }) => zh).join('。')}。`,
    en: `${sentences.map(({ en }) => en).join('. ')}.`,
  };
}

function placeSentence(
  { minCompleteness }: Pick<Ranking, 'minCompleteness'>,
  { name, score, rank, completeness }: Omit<RankedArea, 'text'>,
): Text {
  const { reported, total } = completeness;
  if (rank !== null && score !== null) {
    return {
      zh: `${name}第${rank}名，得分${formatPercent(score, 'zh')}（${total}项可计算任务中${reported}项有数据）`,
      en: `${name} is number ${rank} with ${formatPercent(score, 'en')} points (data for ${reported} of ${total} targets)`,
    };
  }
  if (total === 0)
    return { zh: `${name}没有可计算的任务，不排名`, en: `${name} is not ranked: no target can be formed here` };
  return {
    zh: `${name}不排名：${total}项可计算任务中只有${reported}项有数据，要求${formatPercent(minCompleteness, 'zh')}%`,
    en: `${name} is not ranked: data for ${reported} of ${total} targets, ${formatPercent(minCompleteness, 'en')}% asked`,
  };
}

function changeSentence(plan: Plan, { change }: Omit<RankedArea, 'text'>): readonly Text[] {
  if (!change) return [];
  const { places, score, targets } = change;
  const moved: Text =
    places === 0
      ? { zh: '名次与上期相同', en: 'the same place as in the last round' }
      : {
          zh: `比上期${places > 0 ? '上升' : '下降'}${Math.abs(places)}位`,
          en: `${places > 0 ? 'up' : 'down'} ${count(Math.abs(places), 'place')} on the last round`,
        };
  if (targets.length === 0) {
    return [{ zh: `${moved.zh}，得分未变`, en: capitalised(`${moved.en}, with an unchanged score`) }];
  }
  const causes = targets.map((cause) => describeCause(plan, cause));
  return [
    {
      zh: `${moved.zh}，得分${signed(score, 'zh')}，主要来自${causes.map(({ zh }) => zh).join('、')}`,
      en: capitalised(
        `${moved.en}, score ${signed(score, 'en')}, mostly from ${causes.map(({ en }) => en).join(', ')}`,
      ),
    },
  ];
}

const CAUSE_TEXTS: Readonly<Record<TargetCause['kind'], Text>> = {
  figure: { zh: '', en: '' },
  reported: { zh: '新有数据，', en: 'newly reported ' },
  silent: { zh: '不再有数据，', en: 'no longer reported ' },
  weight: { zh: '权重变化，', en: 'weight only ' },
};

function describeCause(plan: Plan, { target, kind, score }: TargetCause): Text {
  const name = plan.targets.find(({ id }) => id === target)?.name ?? { zh: target, en: target };
  return {
    zh: `“${name.zh}”（${CAUSE_TEXTS[kind].zh}${signed(score, 'zh')}）`,
    en: `“${name.en}” (${CAUSE_TEXTS[kind].en}${signed(score, 'en')})`,
  };
}

function streakSentence(
  { last, rounds }: Pick<Ranking, 'last' | 'rounds'>,
  { amongLast, streak, streakReached }: Omit<RankedArea, 'text'>,
): readonly Text[] {
  if (!amongLast) return [];
  if (streakReached) {
    return [
      {
        zh: `连续${streak}期列后${last}位，已达到连续${rounds}期`,
        en: `Among the last ${last} for ${count(streak, 'round')} running, which is a streak`,
      },
    ];
  }
  return [{ zh: `本期列后${last}位`, en: `Among the last ${last} this round` }];
}

function silenceSentence({ domains }: Plan, { silentDomains, score }: Omit<RankedArea, 'text'>): readonly Text[] {
  if (silentDomains.length === 0 || score === null) return [];
  const names = silentDomains.map((id) => domains.find((domain) => domain.id === id)?.name ?? { zh: id, en: id });
  return [
    {
      zh: `${names.map(({ zh }) => zh).join('、')}没有可用数据，其权重分给其他方面`,
      en: capitalised(`${names.map(({ en }) => en).join(', ')} had nothing to say; the weight went to the others`),
    },
  ];
}

/** A difference of scores as points out of 100, with its sign. */
function signed(score: number, locale: Locale): string {
  const points = formatNumber(Number((100 * Math.abs(score)).toPrecision(12)), locale, 1);
  return `${score < 0 ? '−' : '+'}${points}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
