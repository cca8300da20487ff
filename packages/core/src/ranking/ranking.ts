import type { Level } from '../plan/plan.js';
import type { IsoDate } from '../period/period.js';
import type { RankedTarget } from '../result/domain-attainment.js';
import type { Text } from '../text/text.js';

/** Rules of a ranking; what is left out comes from the plan, then from the defaults named here. */
export interface RankingOptions {
  /** Areas that are ranked; `township` by default. */
  readonly level?: Level;
  /**
   * Weight of each ranked domain, by id; weights are compared, not added up to anything. Default: the plan's, else the
   * five domains of revitalisation alike, else every domain alike.
   */
  readonly weights?: Readonly<Record<string, number>>;
  /** Fewer than this many areas score lower: the area is among the last. Default 2. */
  readonly last?: number;
  /** So many rounds running among the last are a streak. Default 2. */
  readonly rounds?: number;
  /** Share of formable targets with data below which an area is unranked, 0…1. Default 0: any data ranks. */
  readonly minCompleteness?: number;
  /** Targets named as causes of a change. Default 3. */
  readonly causes?: number;
}

/** Rounds of one ranking, earliest first, and the rules they were ranked by. */
export interface Ranking {
  readonly level: Level;
  readonly last: number;
  readonly rounds: number;
  readonly minCompleteness: number;
  /** Ranked domains with their weights, in the plan's order. */
  readonly weights: readonly DomainWeight[];
  readonly results: readonly RankingRound[];
}

export interface DomainWeight {
  readonly domain: string;
  readonly weight: number;
}

/** One round: every area of the level that existed on the day. */
export interface RankingRound {
  readonly asOf: IsoDate;
  readonly knownOn: IsoDate | null;
  /** `2021-H1` for the last day of a half-year, else the date. */
  readonly period: string;
  /** False for a half-year that had begun before the plan was issued: shown, and no part of a streak. */
  readonly judged: boolean;
  /** By rank, then by code; unranked areas stand after them, by code. */
  readonly areas: readonly RankedArea[];
}

/** One area in one round. */
export interface RankedArea {
  readonly area: string;
  readonly name: string;
  /** Weighted mean of the domains' attainments, 0…1; `null` where no target has data. */
  readonly score: number | null;
  /** 1 is best, equals share a rank (1, 2, 2, 4); `null` when unranked. */
  readonly rank: number | null;
  /** Targets with data, out of those that can be formed here. */
  readonly completeness: { readonly reported: number; readonly total: number };
  readonly domains: readonly RankedDomain[];
  /** Domains without a word on this area, whose weight went to the others. */
  readonly silentDomains: readonly string[];
  /** Against the last round; `null` in the first, and where either round leaves the area unranked. */
  readonly change: RankChange | null;
  /** Whether fewer than `last` ranked areas score lower. */
  readonly amongLast: boolean;
  /** Rounds running among the last, this one included. */
  readonly streak: number;
  /** Whether the streak has lasted the rounds that make it one. */
  readonly streakReached: boolean;
  readonly text: Text;
}

/** One domain of one area. */
export interface RankedDomain {
  readonly domain: string;
  /** Share of this area's score after re-weighting, 0…1; 0 where the domain is silent. */
  readonly share: number;
  /** Mean over the targets with data, 0…1; `null` without any. */
  readonly attainment: number | null;
  readonly targets: readonly RankedTarget[];
}

/** What moved since the last round. */
export interface RankChange {
  /** Places gained; negative when lost. */
  readonly places: number;
  /** Score gained; what the domains gained adds up to it. */
  readonly score: number;
  /** All domains that moved the score, the strongest first. */
  readonly domains: readonly DomainCause[];
  /** Targets that moved it most, the strongest first. */
  readonly targets: readonly TargetCause[];
}

export interface DomainCause {
  readonly domain: string;
  /** Score gained through this domain. */
  readonly score: number;
}

export interface TargetCause {
  readonly target: string;
  readonly domain: string;
  /** Score gained through this target. */
  readonly score: number;
  readonly before: number | null;
  readonly after: number | null;
  /** `figure`: it changed; `reported` or `silent`: data came or went; `weight`: only its share of the score changed. */
  readonly kind: 'figure' | 'reported' | 'silent' | 'weight';
}
