import test from 'ava';
import { PromptListView, PromptStoredView, SpeechView, VoiceListView } from '../../contracts/api/prompts.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import type { PromptWorkshop, TakenSound } from './workshop.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });
const shipped = new URL('../../prompts', import.meta.url).pathname;
const prompts = { folder: shipped, has: (path: string) => path === 'ko/main/greeting.wav', words: () => '' };

/** Takes whatever is handed over as it is; `bad` is damaged. */
const workshop: PromptWorkshop = {
  provider: 'espeak',
  voices: [{ id: 'ko', name: 'eSpeak 한국어', language: 'ko' }],
  take: async (file): Promise<TakenSound> =>
    file.toString() === 'bad'
      ? { ok: false, problem: 'damaged' }
      : { ok: true, sound: { wav: file, ms: 700, rate: 16_000 }, warnings: ['quiet'] },
  speak: async ({ text }) =>
    text === 'busy'
      ? { ok: false, problem: 'throttled' }
      : { ok: true, sound: { wav: Buffer.from(text), ms: 900, rate: 16_000 }, voice: 'ko', made: true },
};
const JSON_BODY = { 'Content-Type': 'application/json' };
let api: TestApi;
test.serial.beforeEach(async () => {
  api = await startTestApi(db(), { workshop, prompts });
});
test.serial.afterEach.always(() => api.api.close());

const send = (method: string, path: string, body: unknown) =>
  api.send(method, `/api/v1/${path}`, JSON.stringify(body), JSON_BODY);
async function make(name: string): Promise<string> {
  const { text } = await send('POST', 'prompts', { name });
  return (JSON.parse(text) as { id: string }).id;
}

test.serial('an upload becomes the file of its language, and says what may be wrong with it', async (t) => {
  const id = await make('인사말');
  const { status, text } = await api.send(
    'PUT',
    `/api/v1/prompts/${id}/files/ko?source=microphone&text=${encodeURIComponent('안녕하세요')}`,
    'sound',
  );
  t.is(status, 200);
  const { prompt, warnings } = PromptStoredView.parse(JSON.parse(text));
  t.deepEqual(warnings, ['quiet']);
  t.like(prompt, { id, tenant: DEMO_TENANT, languages: ['ko'], text: '안녕하세요', uses: 0 });
  t.like(prompt.files[0], { source: 'microphone', ms: 700, text: '안녕하세요' });
  await api.send('PUT', `/api/v1/prompts/${id}/files/ko`, 'another sound');
  const list = PromptListView.parse(JSON.parse((await api.get('/api/v1/prompts')).text));
  t.is(list.prompts.find((one) => one.id === id)?.text, '안녕하세요', 'another recording of the same words');
});

test.serial('own and shipped prompts are heard by one address', async (t) => {
  const id = await make('들리는 것');
  const { text } = await api.send('PUT', `/api/v1/prompts/${id}/files/ko`, 'heard');
  const path = PromptStoredView.parse(JSON.parse(text)).prompt.files[0]?.path ?? '';
  for (const address of [`prompt-audio?path=${path}`, `prompts/${path}`]) {
    const { status, headers, text: sound } = await api.get(`/api/v1/${address}`);
    t.deepEqual([status, headers['content-type'], sound], [200, 'audio/wav', 'heard'], address);
  }
  t.is((await api.get('/api/v1/prompt-audio?path=ko/main/greeting.wav')).status, 200);
  t.is((await api.get(`/api/v1/prompt-audio?path=u/${'0'.repeat(32)}.wav`)).status, 404);
  t.is((await api.get('/api/v1/prompt-audio?path=../package.json')).status, 400);
});

test.serial('what cannot be taken is refused by its code, and nothing changes', async (t) => {
  const id = await make('깨진 것');
  const { status, text } = await api.send('PUT', `/api/v1/prompts/${id}/files/ko`, 'bad');
  t.is(status, 422);
  t.like(JSON.parse(text), { code: 'prompt/refused', problems: [{ code: 'damaged', field: 'file' }] });
  t.regex(text, /깨졌거나.*damaged/);
  const large = await api.send('PUT', `/api/v1/prompts/${id}/files/ko`, 'x'.repeat(11 * 1_024 * 1_024));
  t.like(JSON.parse(large.text), { problems: [{ code: 'too-large' }] });
  t.is((await api.send('PUT', `/api/v1/prompts/${id}/files/fr`, 'sound')).status, 400);
  const { prompts: all } = PromptListView.parse(JSON.parse((await api.get('/api/v1/prompts')).text));
  t.deepEqual(all.find((one) => one.id === id)?.files, []);
});

test.serial('speech is a file like another; what passes by itself is 503', async (t) => {
  const id = await make('말');
  const spoken = await send('POST', `prompts/${id}/speak`, {
    language: 'ko',
    text: '영업시간은 아홉 시부터입니다',
  });
  const { prompt } = PromptStoredView.parse(JSON.parse(spoken.text));
  t.like(prompt.files[0], { source: 'tts', voice: 'ko', text: '영업시간은 아홉 시부터입니다' });
  t.is((await send('POST', `prompts/${id}/speak`, { language: 'ko', text: 'busy' })).status, 503);
  t.is((await send('POST', `prompts/${id}/speak`, { language: 'ko', text: '  ' })).status, 400);
  const voices = VoiceListView.parse(JSON.parse((await api.get('/api/v1/voices')).text));
  t.is(voices.provider, 'espeak');
});

test.serial('speech of a text in a block stands in the catalog once', async (t) => {
  const order = { language: 'ko', text: '잠시만 기다려 주십시오' };
  const first = SpeechView.parse(JSON.parse((await send('POST', 'speech', order)).text));
  const again = SpeechView.parse(JSON.parse((await send('POST', 'speech', order)).text));
  t.is(first.path, again.path);
  const catalog = await db().repositories.promptCatalogs.entriesOf(system, DEMO_TENANT);
  t.deepEqual(catalog[first.path], { ms: 900, text: order.text, language: 'ko' });
  t.is((await db().database.knex('prompt_files').where('text', order.text)).length, 1);
});

test.serial('without a voice a person is told what to do', async (t) => {
  const bare = await startTestApi(db());
  t.teardown(() => bare.api.close());
  const body = JSON.stringify({ language: 'ko', text: '안녕' });
  const { status, text } = await bare.send('POST', '/api/v1/speech', body, JSON_BODY);
  t.is(status, 422);
  t.regex(text, /no-voice.*espeak-ng/s);
  t.like(JSON.parse((await bare.get('/api/v1/voices')).text), { provider: 'none', voices: [] });
});

test.serial('a prompt in use is not deleted: 409 says where it stands', async (t) => {
  const id = await make('쓰는 것');
  const document = { blocks: { hello: { type: 'play', prompts: [{ prompt: id }] } }, subScenarios: {} };
  const row = {
    id: crypto.randomUUID(),
    tenant: DEMO_TENANT,
    name: '메뉴',
    document: JSON.stringify(document),
  };
  await db().database.knex('scenarios').insert(row);
  const { status, text } = await api.send('DELETE', `/api/v1/prompts/${id}`, '');
  t.is(status, 409);
  t.regex(text, /메뉴 \(main\/hello\)/);
  t.like(JSON.parse((await api.get(`/api/v1/prompts/${id}/uses`)).text), {
    uses: [{ scenario: row.id, name: '메뉴', place: 'main/hello', in: 'draft' }],
  });
  await db().database.knex('scenarios').where('id', row.id).del();
  t.is((await api.send('DELETE', `/api/v1/prompts/${id}`, '')).status, 204);
});

test.serial('names and words can be changed', async (t) => {
  const id = await make('옛 이름');
  await api.send('PUT', `/api/v1/prompts/${id}/files/ko`, 'words');
  const { text } = await send('PATCH', `prompts/${id}`, { name: '새 이름', texts: { ko: '새 말' } });
  t.like(JSON.parse(text), { name: '새 이름', text: '새 말' });
});
