import type { Level, Roster } from '@guatu/core';
import { completeName, takeApart } from './normalise-name.js';
import type { PlaceName } from './normalise-name.js';

/** Rows by each part of a name. */
type NameTables = Readonly<Record<'plain' | 'normal' | 'base', ReadonlyMap<string, readonly number[]>>>;

/** Areas by name; where every shape has a code and the name of its area, none is looked up and no index is made. */
export class NameIndex {
  #made: NameTables | undefined;

  constructor(private readonly roster: Roster) {}

  get #rows(): NameTables {
    return (this.#made ??= { plain: this.#index('plain'), normal: this.#index('normal'), base: this.#index('base') });
  }

  /**
   * Rows a name fits, below a parent given by code or name, at a level; at any when none is given. The name as it is written comes
   * before the same one with another committee, and that before what a short name may stand for: of these, all are named.
   */
  find(name: string, parent: string, level: Level | '' = ''): readonly number[] {
    const asked = takeApart(name);
    if (asked.plain === '') return [];
    const { plain, normal } = this.#rows;
    const steps = [
      () => plain.get(asked.plain) ?? [],
      () => normal.get(asked.normal) ?? [],
      () => this.#findShort(asked),
    ];
    for (const step of steps) {
      const rows = [...new Set(step())].filter(
        (row) =>
          (level === '' || this.roster.areas[row]?.level === level) && (parent === '' || this.#isUnder(row, parent)),
      );
      if (rows.length > 0) return rows;
    }
    return [];
  }

  /** Whether an area has a name, one of its aliases, or the shape none. */
  isCalled(row: number, name: string): boolean {
    if (name === '' || name === this.roster.areas[row]?.name) return true;
    const asked = takeApart(name);
    const { normal } = this.#rows;
    return (
      [asked.plain, asked.normal, asked.base, ...completeName(asked)].some((key) => normal.get(key)?.includes(row)) ||
      this.#findShort(asked).includes(row)
    );
  }

  /** Areas with their parents, as a person tells them apart. */
  write(rows: readonly number[]): string {
    const { areas, parents } = this.roster;
    return rows
      .map((row) =>
        `${areas[parents[row] ?? -1]?.name ?? ''}${areas[row]?.name ?? ''} ${areas[row]?.code ?? ''}`.trim(),
      )
      .join('、');
  }

  /** With and without a committee, or without an ending. Two committees of different kinds are two places. */
  #findShort(asked: PlaceName): readonly number[] {
    const same = (this.#rows.base.get(asked.base) ?? []).filter((row) =>
      this.#namesOf(row).some(
        ({ base, kind }) => base === asked.base && (kind === asked.kind || kind === '' || asked.kind === ''),
      ),
    );
    return [...same, ...completeName(asked).flatMap((key) => this.#rows.normal.get(key) ?? [])];
  }

  #isUnder(row: number, parent: string): boolean {
    const above = this.roster.parents[row] ?? -1;
    return above >= 0 && (this.roster.indexOf(parent) === above || this.isCalled(above, parent));
  }

  #namesOf(row: number): readonly PlaceName[] {
    const { name = '', aliases = [] } = this.roster.areas[row] ?? {};
    return [name, ...aliases].map(takeApart);
  }

  #index(key: 'plain' | 'normal' | 'base'): ReadonlyMap<string, readonly number[]> {
    const rows = new Map<string, number[]>();
    for (const row of this.roster.areas.keys()) {
      for (const name of new Set(this.#namesOf(row).map((names) => names[key]))) {
        const known = rows.get(name);
        if (known) known.push(row);
        else rows.set(name, [row]);
      }
    }
    return rows;
  }
}
