import { randomUUID } from 'node:crypto';
import type { Actor } from '../../contracts/api/actor.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import { TenantId } from '../../contracts/ids.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { createTestDatabase } from '../../db/testing/test-database.ts';
import { type Percentiles, percentiles } from '../figures/percentiles.ts';
import { type Companies, fillCalls } from '../list/fill-calls.ts';
import { type Mixture, mixtures } from '../list/filters.ts';

export type ListResult = {
  readonly rows: number;
  /** A page of 50 and its total, by who reads. */
  readonly readers: Readonly<Record<string, Percentiles>>;
  /** The same by control and setting; a mixture counts for each of its settings. */
  readonly filters: Readonly<Record<string, Percentiles>>;
  readonly all: Percentiles;
  readonly slowest: readonly {
    readonly ms: number;
    readonly reader: string;
    readonly filter: readonly string[];
  }[];
};

type Sample = { readonly ms: number; readonly reader: string; readonly filter: readonly string[] };

const COMPANIES: Companies = {
  large: TenantId.parse('0d000000-0000-4000-8000-000000000001'),
  middle: TenantId.parse('0d000000-0000-4000-8000-000000000002'),
  small: TenantId.parse('0d000000-0000-4000-8000-000000000003'),
};

/** Measures the list of calls over a table of a million rows: a page of 50 and its total, as the api asks for them. */
export async function runList(
  options: { readonly rows: number; readonly mixtures: number },
  say: (line: string) => void,
): Promise<ListResult> {
  const db = await createTestDatabase();
  try {
    const actor = systemActor('test');
    for (const [name, id] of Object.entries(COMPANIES))
      await db.repositories.tenants.create(actor, { id, name });
    const began = performance.now();
    await fillCalls(db.url, options.rows, COMPANIES);
    say(`${options.rows} rows in ${Math.round((performance.now() - began) / 1_000)} s`);
    const todo = mixtures(options.mixtures, 4_711);
    const readers: Readonly<Record<string, Actor>> = {
      'large company': reader(COMPANIES.large, 'supervisor'),
      'small company': reader(COMPANIES.small, 'supervisor'),
      'all companies': reader(COMPANIES.small, 'platform-admin'),
    };
    // The first round only warms caches and connections.
    await measure(db.repositories, readers, todo.slice(0, 40));
    const samples = await measure(db.repositories, readers, todo);
    return summary(options.rows, samples);
  } finally {
    await db.drop();
  }
}

const reader = (tenant: TenantId, role: 'supervisor' | 'platform-admin'): Actor => ({
  kind: 'user',
  user: randomUUID(),
  tenant,
  role,
});

async function measure(
  { calls }: Repositories,
  readers: Readonly<Record<string, Actor>>,
  todo: readonly Mixture[],
): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const { names, conditions } of todo)
    for (const [name, actor] of Object.entries(readers)) {
      const began = performance.now();
      await Promise.all([calls.list(actor, { ...conditions, limit: 50 }), calls.total(actor, conditions)]);
      samples.push({ ms: performance.now() - began, reader: name, filter: names });
    }
  return samples;
}

function summary(rows: number, samples: readonly Sample[]): ListResult {
  const grouped = (keys: (sample: Sample) => readonly string[]): Record<string, Percentiles> => {
    const groups = new Map<string, number[]>();
    for (const sample of samples)
      for (const key of keys(sample)) groups.set(key, [...(groups.get(key) ?? []), sample.ms]);
    return Object.fromEntries([...groups].toSorted().map(([key, ms]) => [key, percentiles(ms)]));
  };
  return {
    rows,
    readers: grouped(({ reader }) => [reader]),
    filters: grouped(({ filter }) => filter),
    all: percentiles(samples.map(({ ms }) => ms)),
    slowest: samples
      .toSorted((a, b) => b.ms - a.ms)
      .slice(0, 10)
      .map((sample) => ({ ...sample, ms: Math.round(sample.ms) })),
  };
}
