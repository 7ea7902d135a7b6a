import test from 'ava';
import { ScenarioHash } from '../../contracts/ids.ts';
import type { ScenarioPart } from '../../contracts/scenario/part.ts';
import { createCachedStore, createLoadPart, type ScenarioStore } from './load-part.ts';

const HASH = ScenarioHash.parse('a'.repeat(64));
const partOf = (id: string): ScenarioPart => ({
  schema: 1,
  id,
  language: 'ko',
  entry: 'b',
  blocks: {},
  durations: {},
});

/** A store that counts how often it is read. */
function createStore(known: (part: string) => boolean = () => true): ScenarioStore & { reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    async entryPart() {
      reads.push('entry');
      return known('main') ? 'main' : undefined;
    },
    async part(_scenario, part) {
      reads.push(part);
      return known(part) ? partOf(part) : undefined;
    },
  };
}

test('without a name the entry part is loaded', async (t) => {
  const load = createLoadPart(createStore());
  t.deepEqual(await load({ scenario: HASH }), { entryPart: 'main', part: partOf('main') });
  t.is((await load({ scenario: HASH, part: 'menu' })).part.id, 'menu');
});

test('a version or part that is not there is a closed error', async (t) => {
  for (const known of [() => false, (part: string) => part === 'main']) {
    const load = createLoadPart(createStore(known));
    const error = await t.throwsAsync(load({ scenario: HASH, part: 'menu' }));
    t.like(error, { code: 'scenario/not-found' });
  }
});

test('a part is read once a process', async (t) => {
  const store = createStore();
  const load = createLoadPart(createCachedStore(store));
  for (let turn = 0; turn < 5; turn += 1) await load({ scenario: HASH, part: 'menu' });
  t.deepEqual(store.reads, ['entry', 'menu']);
});

test('what is not there is asked for again: it may have been published meanwhile', async (t) => {
  let published = false;
  const store = createStore(() => published);
  const cached = createCachedStore(store);
  t.is(await cached.part(HASH, 'menu'), undefined);
  published = true;
  t.is((await cached.part(HASH, 'menu'))?.id, 'menu');
});

test('500 parts are kept, the oldest leaves first', async (t) => {
  const store = createStore();
  const cached = createCachedStore(store);
  for (let index = 0; index <= 500; index += 1) await cached.part(HASH, `p${index}`);
  store.reads.length = 0;
  await cached.part(HASH, 'p500');
  await cached.part(HASH, 'p1');
  t.deepEqual(store.reads, []);
  await cached.part(HASH, 'p0');
  t.deepEqual(store.reads, ['p0']);
});
