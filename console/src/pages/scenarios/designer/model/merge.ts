import { blocksOf, type Document, type Draft, partsOf, placeOf } from './document.ts';

/** What two people changed since they began with the same draft. */
export type Merge = {
  /** Both sides together, where they touched different things; null when they touched the same. */
  readonly merged: Draft | null;
  /** `part/block`, or the name of a setting, that both changed in different ways. */
  readonly overlapping: readonly string[];
};

/** Values as text, whatever the order of their fields: the server keeps another one. */
const text = (value: unknown): string => JSON.stringify(value, sorted) ?? '';
const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/**
 * Puts two drafts together by three-way comparison, block by block. Wires belong to their blocks, so two wires of one
 * block changed by two people overlap. The places on the canvas are mine.
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Merge {
  const overlapping: string[] = [];
  const pick = <T>(
    name: string,
    was: T | undefined,
    own: T | undefined,
    other: T | undefined,
  ): T | undefined => {
    if (text(own) === text(other) || text(other) === text(was)) return own;
    if (text(own) === text(was)) return other;
    overlapping.push(name);
    return own;
  };
  const blocks = (part: string): Document['blocks'] => {
    const [was, own, other] = [base, mine, theirs].map(({ document }) => blocksOf(document, part));
    const ids = new Set([...Object.keys(own ?? {}), ...Object.keys(other ?? {})]);
    return Object.fromEntries(
      [...ids].flatMap((id) => {
        const block = pick(placeOf(part, id), was?.[id], own?.[id], other?.[id]);
        return block === undefined ? [] : [[id, block] as const];
      }),
    );
  };
  const parts = new Set([...partsOf(mine.document), ...partsOf(theirs.document)].slice(0));
  const subScenarios = Object.fromEntries(
    [...parts]
      .filter((part) => part !== 'main')
      .flatMap((part) => {
        const [was, own, other] = [base, mine, theirs].map(({ document }) => document.subScenarios?.[part]);
        const kept = pick(part, frame(was), frame(own), frame(other));
        return kept === undefined ? [] : [[part, { ...kept, blocks: blocks(part) }] as const];
      }),
  );
  const document = {
    ...settings(base, mine, theirs, pick),
    blocks: blocks('main'),
    subScenarios,
  } as unknown as Document;
  const merged = { document, layout: { ...theirs.layout, ...mine.layout } };
  return { merged: overlapping.length === 0 ? merged : null, overlapping };
}

type Sub = NonNullable<Document['subScenarios']>[string];
/** A part without its blocks: what is compared as one thing. */
const frame = (sub: Sub | undefined): Omit<Sub, 'blocks'> | undefined => {
  if (sub === undefined) return undefined;
  const { blocks: _, ...rest } = sub;
  return rest;
};

type Pick = (name: string, was: unknown, own: unknown, other: unknown) => unknown;

/** Everything of a document beside its blocks; records of variables and calendars are compared entry by entry. */
function settings(base: Draft, mine: Draft, theirs: Draft, pick: Pick): Record<string, unknown> {
  const [was, own, other] = [base, mine, theirs].map(
    ({ document }) => document as unknown as Record<string, unknown>,
  ) as [Record<string, unknown>, Record<string, unknown>, Record<string, unknown>];
  const fields = new Set([...Object.keys(own), ...Object.keys(other)]);
  fields.delete('blocks');
  fields.delete('subScenarios');
  return Object.fromEntries(
    [...fields].flatMap((field) => {
      const value = RECORDS.has(field)
        ? entries(field, was[field], own[field], other[field], pick)
        : pick(field, was[field], own[field], other[field]);
      return value === undefined ? [] : [[field, value] as const];
    }),
  );
}

const RECORDS: ReadonlySet<string> = new Set(['variables', 'calendars', 'handlers']);

function entries(field: string, was: unknown, own: unknown, other: unknown, pick: Pick): unknown {
  const [a, b, c] = [was, own, other].map((value) => (value ?? {}) as Record<string, unknown>) as [
    Record<string, unknown>,
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  if (own === undefined && other === undefined) return undefined;
  const names = new Set([...Object.keys(b), ...Object.keys(c)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const value = pick(`${field}.${name}`, a[name], b[name], c[name]);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
