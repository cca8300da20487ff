import type { Area } from './area.js';

const NO_ALIASES: readonly string[] = [];

/**
 * Copies areas into objects of one shape that share what they repeat. The engine walks all of them whenever it collects
 * memory: half a million read from a file, each with a parent's code, a cohort and a list of its own, or spread from a
 * common part into shapes of their own, take it several times as long.
 */
export function createKeeper(): (area: Area, parent: Area | undefined) => Area {
  const texts = new Map<string, string>();
  const share = <T extends string>(text: T): T => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return (known as T | undefined) ?? text;
  };
  return ({ code, name, level, kind, rollout, aliases, validFrom, validTo, successor, place }, parent) => {
    const kept: { -readonly [K in keyof Area]: Area[K] } = {
      code,
      name: name === code ? code : name,
      level,
      parent: parent?.code ?? '',
      kind,
      rollout: share(rollout),
      aliases: aliases.length === 0 ? NO_ALIASES : aliases,
      validFrom: share(validFrom),
      validTo: share(validTo),
      successor,
    };
    if (place) kept.place = place;
    return kept;
  };
}
