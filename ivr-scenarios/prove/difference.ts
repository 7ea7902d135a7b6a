import type {
  BlockDifference,
  FieldChange,
  ScenarioDifference,
} from '../../contracts/scenario/difference.ts';
import { Scenario } from '../../contracts/scenario/document.ts';
import { MAIN_PART } from '../../contracts/scenario/names.ts';
import { canonicalJson } from '../compile/canonical-json.ts';
import { jsonGate } from '../lint/json-gate.ts';

type Json = Readonly<Record<string, unknown>>;
/** A document taken apart: its blocks by place, and everything else by field. */
type Taken = { blocks: ReadonlyMap<string, Json>; rest: ReadonlyMap<string, unknown> };

/** More than anybody reads at once. */
const MAX_BLOCKS = 1_000;
const MAX_CHANGES = 200;
const MAX_TEXT = 300;

/**
 * What one version of a document changed against another, block by block. Any JSON may be given: what cannot be read as
 * a scenario is compared as it is, and what is too large or deep counts as empty.
 */
export function differenceOf(before: unknown, after: unknown): ScenarioDifference {
  const [from, to] = [takenApart(settled(before)), takenApart(settled(after))];
  const places = [...new Set([...to.blocks.keys(), ...from.blocks.keys()])];
  const blocks = places.flatMap((place) =>
    blockDifference(place, from.blocks.get(place), to.blocks.get(place)),
  );
  return { blocks: blocks.slice(0, MAX_BLOCKS), document: changes(from.rest, to.rest) };
}

/** With its defaults, so that leaving one out and writing it down are the same. */
function settled(document: unknown): unknown {
  if (jsonGate(document).length > 0) return {};
  const read = Scenario.safeParse(document);
  return read.success ? read.data : document;
}

function takenApart(document: unknown): Taken {
  const blocks = new Map<string, Json>();
  const rest = new Map<string, unknown>();
  const { blocks: main, subScenarios, ...fields } = objectOf(document);
  for (const [id, block] of Object.entries(objectOf(main))) blocks.set(`${MAIN_PART}/${id}`, objectOf(block));
  for (const [part, sub] of Object.entries(objectOf(subScenarios))) {
    const { blocks: own, ...more } = objectOf(sub);
    for (const [id, block] of Object.entries(objectOf(own))) blocks.set(`${part}/${id}`, objectOf(block));
    for (const [field, value] of Object.entries(more)) rest.set(`${part}.${field}`, value);
  }
  for (const [field, value] of flattened(fields)) rest.set(field, value);
  return { blocks, rest };
}

function blockDifference(
  place: string,
  before: Json | undefined,
  after: Json | undefined,
): BlockDifference[] {
  const now = after ?? before ?? {};
  const found = changes(flattened(before ?? {}), flattened(after ?? {}));
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  if (kind === 'changed' && found.length === 0) return [];
  const { type, label } = now;
  return [
    {
      place,
      kind,
      type: typeof type === 'string' ? type : '',
      label: typeof label === 'string' ? label : null,
      changes: found,
    },
  ];
}

/** Fields by name; what is an object itself by the names in it, as `next.done`. */
function flattened(fields: Json): ReadonlyMap<string, unknown> {
  const flat = new Map<string, unknown>();
  for (const [field, value] of Object.entries(fields)) {
    if (!isObject(value)) flat.set(field, value);
    else for (const [name, part] of Object.entries(value)) flat.set(`${field}.${name}`, part);
  }
  return flat;
}

function changes(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): FieldChange[] {
  const found: FieldChange[] = [];
  for (const field of new Set([...after.keys(), ...before.keys()])) {
    const from = shown(before.get(field));
    const to = shown(after.get(field));
    // Compared whole, shown short.
    if (from?.whole === to?.whole) continue;
    found.push({ field, before: from?.short ?? null, after: to?.short ?? null });
    if (found.length === MAX_CHANGES) break;
  }
  return found;
}

function shown(value: unknown): { whole: string; short: string } | undefined {
  if (value === undefined) return undefined;
  const whole = canonicalJson(value);
  return { whole, short: whole.length > MAX_TEXT ? `${whole.slice(0, MAX_TEXT - 1)}…` : whole };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
