import { createHash, randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import { listen } from '../listen.ts';
import { newTenantId, nodeA, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { PROMPT_FILES_CHANGED } from './prompt-spread.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  async prepare({ tenants }) {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
  },
});
const key: Actor = { kind: 'api-key', key: randomUUID(), tenant: other, scopes: [] };
const soundOf = (words: string) => ({ wav: Buffer.from(words), ms: 1_200, rate: 16_000 });
const pathOf = (words: string): string =>
  `u/${createHash('sha256').update(words).digest('hex').slice(0, 32)}.wav`;
const file = (prompt: string | null, words: string) =>
  ({
    tenant: DEMO_TENANT,
    prompt,
    language: 'ko',
    sound: soundOf(words),
    text: words,
    source: 'upload',
    voice: null,
  }) as const;
const make = (name: string) =>
  db().repositories.prompts.create(system, { tenant: DEMO_TENANT, name, kind: 'speech' });

test.serial('a new file takes the place of the one before; the old one can still be played', async (t) => {
  const { prompts, promptFiles, promptCatalogs } = db().repositories;
  const { id } = await make('인사말');
  await promptFiles.add(system, file(id, '하나'));
  await promptFiles.add(system, file(id, '둘'));
  const row = await prompts.read(system, id);
  t.deepEqual(
    row?.files.map(({ path, text }) => [path, text]),
    [[pathOf('둘'), '둘']],
  );
  t.is(Buffer.from((await promptFiles.audio(system, pathOf('하나'))) ?? []).toString(), '하나');
  const catalog = await promptCatalogs.entriesOf(system, DEMO_TENANT);
  t.deepEqual(catalog[pathOf('둘')], { ms: 1_200, text: '둘', prompt: id, language: 'ko' });
  t.is(catalog[pathOf('하나')], undefined);
});

test.serial('another company sees neither prompts nor their sound', async (t) => {
  const { prompts, promptFiles } = db().repositories;
  t.deepEqual(await prompts.list(key), []);
  t.is(await promptFiles.audio(key, pathOf('둘')), undefined);
  const [own] = await prompts.list(system);
  t.is(await prompts.read(key, own?.id ?? ''), undefined);
  t.false(await prompts.remove(key, own?.id ?? ''));
  await t.throwsAsync(promptFiles.add(key, { ...file(own?.id ?? '', 'x'), tenant: other }), {
    code: 'request/not-found',
  });
  await t.throwsAsync(promptFiles.add(key, file(null, 'x')), { code: 'request/not-found' });
});

test.serial('a prompt that a draft names is not deleted, and says where it stands', async (t) => {
  const { prompts } = db().repositories;
  const { id } = await make('영업시간');
  const block = { type: 'play', prompts: [{ prompt: id }], on: {} };
  const document = {
    blocks: { hello: block, bye: {} },
    subScenarios: { after: { blocks: { again: block } } },
  };
  const draft = { id: randomUUID(), tenant: DEMO_TENANT, name: '대표번호 메뉴', document };
  await db()
    .database.knex('scenarios')
    .insert({ ...draft, document: JSON.stringify(document) });
  t.deepEqual(
    (await prompts.uses(system, id))?.map(({ scenario, place, in: side }) => [scenario, place, side]),
    [
      [draft.id, 'main/hello', 'draft'],
      [draft.id, 'after/again', 'draft'],
    ],
  );
  t.is((await prompts.list(system)).find((row) => row.id === id)?.uses, 1);
  await t.throwsAsync(prompts.remove(system, id), { code: 'request/conflict', message: /대표번호 메뉴/ });
  await db().database.knex('scenarios').where('id', draft.id).update({ removed_at: new Date() });
  t.true(await prompts.remove(system, id));
  t.is(await prompts.uses(system, id), undefined);
});

test.serial('names are free again after a removal, and taken before', async (t) => {
  const { prompts } = db().repositories;
  const { id } = await make('연결음');
  await t.throwsAsync(make('연결음'), { code: 'request/conflict' });
  t.like(await prompts.change(system, id, { name: '연결음 2' }), { name: '연결음 2' });
  t.true(await prompts.remove(system, id));
  await t.notThrowsAsync(make('연결음 2'));
});

test.serial('the same words are charged once, whoever asks how often', async (t) => {
  const { promptFiles } = db().repositories;
  const speech = {
    tenant: DEMO_TENANT,
    key: 'a'.repeat(64),
    sound: soundOf('말'),
    characters: 7,
    at: 1_790_000_000_000,
  };
  t.is(await promptFiles.speech(system, DEMO_TENANT, speech.key), undefined);
  await Promise.all([promptFiles.keepSpeech(system, speech), promptFiles.keepSpeech(system, speech)]);
  t.like(await promptFiles.speech(system, DEMO_TENANT, speech.key), { ms: 1_200, rate: 16_000 });
  const events = await db().database.knex('usage_events').where('kind', 'tts');
  t.deepEqual(
    events.map(({ quantity }) => Number(quantity)),
    [7],
  );
  t.is(await promptFiles.speech(key, other, speech.key), undefined);
});

test.serial('speech of a text is found by its text, the last voice counts', async (t) => {
  const { promptFiles, promptCatalogs } = db().repositories;
  for (const voice of ['A', 'B'])
    await promptFiles.add(system, {
      ...file(null, '안녕하세요'),
      sound: soundOf(voice),
      source: 'tts',
      voice,
    });
  const entries = Object.entries(await promptCatalogs.entriesOf(system, DEMO_TENANT));
  t.deepEqual(
    entries.filter(([, { text }]) => text === '안녕하세요').map(([path]) => path),
    [pathOf('B')],
  );
});

test.serial('a node has what it says it has; files out of use are wanted for seven days more', async (t) => {
  const { promptFiles, prompts, promptSpread } = db().repositories;
  const { knex } = db().database;
  const { id } = await make('대기 안내');
  const { path, sha256 } = await promptFiles.add(system, file(id, '기다려 주십시오'));
  const isWanted = async () => (await promptSpread.wanted(system)).some((one) => one.sha256 === sha256);
  t.true(await isWanted());
  t.deepEqual(await promptSpread.missing(system, ['a', 'b'], [path]), [
    { node: 'a', path },
    { node: 'b', path },
  ]);
  await promptSpread.hold(system, nodeA, sha256);
  t.deepEqual(await promptSpread.missing(system, ['a'], [path]), []);
  t.is((await promptSpread.missing(system, ['a'], ['u/00000000000000000000000000000000.wav'])).length, 1);
  const age = (days: number) =>
    knex('audio_blobs')
      .where({ sha256 })
      .update({ wanted_at: new Date(Date.now() - days * 86_400_000) });
  await age(30);
  t.true(await isWanted(), 'its prompt names it still');
  await prompts.remove(system, id);
  await age(6.9);
  t.true(await isWanted());
  await age(7.1);
  t.false(await isWanted());
  await promptSpread.want(system, [path]);
  t.true(await isWanted());
});

test.serial('what a live version plays is in use, though its prompt has another file now', async (t) => {
  const { promptFiles, promptSpread } = db().repositories;
  const { knex } = db().database;
  const { id } = await make('옛 인사말');
  const { path, sha256 } = await promptFiles.add(system, file(id, '옛말'));
  await promptFiles.add(system, file(id, '새말'));
  const hash = 'b'.repeat(64);
  const scenario = randomUUID();
  const parts = JSON.stringify({ main: { blocks: { hello: { prompts: [path] } } } });
  await knex('scenario_versions').insert({
    hash,
    tenant: DEMO_TENANT,
    name: 'x',
    document: '{}',
    parts,
    version: 1,
  });
  await knex('audio_blobs')
    .where({ sha256 })
    .update({ wanted_at: new Date(0) });
  const isWanted = async () => (await promptSpread.wanted(system)).some((one) => one.sha256 === sha256);
  t.false(await isWanted());
  await knex('scenarios').insert({
    id: scenario,
    tenant: DEMO_TENANT,
    name: 'x',
    document: '{}',
    live_hash: hash,
  });
  t.true(await isWanted());
});

test.serial('looking for wanted files announces nothing: who listens would look for ever', async (t) => {
  const { promptSpread } = db().repositories;
  const { knex, url } = db().database;
  await promptSpread.wanted(system);
  const payloads = new Set<string>();
  let told = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    told = resolve;
  });
  const listener = listen({
    url,
    channel: PROMPT_FILES_CHANGED,
    onChange: async (announced) => {
      if (announced === 'everything') {
        await promptSpread.wanted(system);
        // Announcements come in the order of their transactions.
        await knex.raw("select pg_notify(?, 'end')", [PROMPT_FILES_CHANGED]);
        return;
      }
      for (const payload of announced) payloads.add(payload);
      if (announced.has('end')) told();
    },
  });
  await over;
  await listener.close();
  t.deepEqual([...payloads], ['end']);
});
