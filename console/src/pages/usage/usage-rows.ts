import type { UsageView } from '../../../../contracts/api/usage.ts';
import { USAGE_KINDS, type UsageKind } from '../../../../contracts/message/kinds.ts';

type Day = UsageView['days'][number];

/** Pieces and won of one kind; won is null where something had no price. */
export type Amount = { readonly quantity: number; readonly won: number | null };

/** What one company used in one day or month. */
export type UsageRow = {
  readonly key: string;
  /** `2026-09-21` or `2026-09`. */
  readonly period: string;
  readonly tenant: string;
  readonly kinds: ReadonlyMap<UsageKind, Amount>;
  readonly total: Total;
};

export const GROUPINGS = ['day', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Hundredths are kept, as prices have them; what binary fractions add is cut off. */
const plus = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.round((a + b) * 100) / 100;

const added = (before: Amount | undefined, { quantity, won }: Amount): Amount => ({
  quantity: (before?.quantity ?? 0) + quantity,
  won: plus(before?.won ?? (before === undefined ? 0 : null), won),
});

/** Sums by kind over everything, in the order in which kinds are always shown. */
export function usageSums(days: readonly Day[]): ReadonlyMap<UsageKind, Amount> {
  const sums = new Map<UsageKind, Amount>();
  for (const day of days) sums.set(day.kind, added(sums.get(day.kind), day));
  const order = ([kind]: readonly [UsageKind, Amount]): number => USAGE_KINDS.indexOf(kind);
  return new Map([...sums].sort((a, b) => order(a) - order(b)));
}

/** What is known of the cost of all kinds together. `partial`: something in it had no price and is left out. */
export type Total = { readonly won: number | null; readonly partial: boolean };

/** Won of all kinds that have a price; null when none of them has. */
export function totalWon(kinds: ReadonlyMap<UsageKind, Amount>): Total {
  const priced = [...kinds.values()].map(({ won }) => won).filter((won) => won !== null);
  const partial = priced.length < kinds.size;
  if (partial && priced.length === 0) return { won: null, partial };
  return { won: priced.reduce((sum, won) => plus(sum, won) ?? sum, 0), partial };
}

/** Rows by period and company, newest first. */
export function usageRows(days: readonly Day[], by: Grouping): readonly UsageRow[] {
  const periodOf = ({ day }: Day): string => (by === 'day' ? day : day.slice(0, 7));
  const groups = Map.groupBy(days, (day) => `${periodOf(day)} ${day.tenant}`);
  return [...groups]
    .map(([key, [first, ...rest]]) => {
      const all = first === undefined ? [] : [first, ...rest];
      const kinds = usageSums(all);
      const period = first === undefined ? '' : periodOf(first);
      return { key, period, tenant: first?.tenant ?? '', kinds, total: totalWon(kinds) };
    })
    .toSorted((a, b) => b.key.localeCompare(a.key));
}
