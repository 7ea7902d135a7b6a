import test from 'ava';
import type { SpeechProvider } from '../../contracts/prompt/speech.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { newTenantId, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { createConverter } from './convert/converter.ts';
import { pcm16, sine } from './testing/sounds.ts';
import { createWorkshop } from './workshop.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  async prepare({ tenants }) {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
  },
});

function open(rate = 16_000) {
  const asked: string[] = [];
  const speech: SpeechProvider = {
    name: 'polly',
    identity: `polly/${rate}`,
    voices: [
      { id: 'Seoyeon', name: '서연', language: 'ko' },
      { id: 'Other', name: 'Other', language: 'ko' },
    ],
    async speak({ text, voice }) {
      asked.push(`${voice}: ${text}`);
      if (text === '바쁨') return { ok: false, problem: 'throttled' };
      return { ok: true, pcm: pcm16(sine(440, 500, rate)), rate };
    },
  };
  const { promptFiles } = db().repositories;
  const now = () => 1_790_000_000_000;
  return { asked, workshop: createWorkshop({ convert: createConverter(), speech, promptFiles, now }) };
}
const charged = async (): Promise<number[]> => {
  const events = await db().database.knex('usage_events').where('kind', 'tts').orderBy('at');
  return events.map(({ quantity }) => Number(quantity));
};
const words = { tenant: DEMO_TENANT, language: 'ko', text: '안녕 😀' } as const;

test.serial('the same words are spoken and charged once, by their characters', async (t) => {
  const { asked, workshop } = open();
  const both = await Promise.all([workshop.speak(words), workshop.speak(words)]);
  t.true(both.every((spoken) => spoken.ok && spoken.sound.ms === 500));
  t.like(await workshop.speak({ ...words, voice: 'Seoyeon' }), { ok: true, made: false, voice: 'Seoyeon' });
  t.deepEqual(asked, ['Seoyeon: 안녕 😀']);
  t.deepEqual(await charged(), [4]);
});

test.serial('another voice, other words, another company are spoken anew', async (t) => {
  const { asked, workshop } = open();
  await workshop.speak({ ...words, voice: 'Other' });
  await workshop.speak({ ...words, text: '안녕!' });
  await workshop.speak({ ...words, tenant: other });
  t.is(asked.length, 3);
  t.deepEqual((await charged()).toSorted(), [3, 4, 4, 4]);
});

test.serial('what was not spoken is neither kept nor charged, and can be asked for again', async (t) => {
  const { asked, workshop } = open();
  const before = await charged();
  for (const _time of [1, 2])
    t.deepEqual(await workshop.speak({ ...words, text: '바쁨' }), { ok: false, problem: 'throttled' });
  t.is(asked.length, 2);
  t.deepEqual(await charged(), before);
  t.like(await workshop.speak({ ...words, language: 'en' }), { problem: 'no-voice' });
});

test.serial('speech of another rate is brought to one that nodes play', async (t) => {
  const spoken = await open(22_050).workshop.speak(words);
  t.true(spoken.ok && spoken.sound.rate === 16_000 && spoken.sound.ms === 500);
});
