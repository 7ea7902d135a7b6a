import { createHash } from 'node:crypto';
import type { PromptWorkshop, SpokenOrder, SpokenSound } from '../../api/prompt/workshop.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { SpeechProvider } from '../../contracts/prompt/speech.ts';
import type { PromptFiles, Sound } from '../../db/repositories/prompt-files.ts';
import type { ConvertFile } from './convert/converter.ts';
import { wavFile } from './convert/wav-file.ts';

export type WorkshopParts = {
  convert: ConvertFile;
  speech: SpeechProvider;
  promptFiles: Pick<PromptFiles, 'speech' | 'keepSpeech'>;
  /** ms since the epoch. */
  now: () => number;
};

const itself = systemActor('api');
/** Rate that nodes play as it is, Hz. */
const WIDE = 16_000;

/** Makes prompts of files and of words. The same words of a company are spoken, and charged, once. */
export function createWorkshop(parts: WorkshopParts): PromptWorkshop {
  const { convert, speech } = parts;
  const underWay = new Map<string, Promise<SpokenSound>>();
  return {
    provider: speech.name,
    voices: speech.voices,
    async take(file) {
      const verdict = await convert(file);
      if (!verdict.ok) return verdict;
      const { wav, ms, rate, warnings } = verdict;
      return { ok: true, sound: { wav, ms, rate }, warnings };
    },
    async speak(order) {
      const voice = order.voice ?? speech.voices.find(({ language }) => language === order.language)?.id;
      if (voice === undefined) return { ok: false, problem: 'no-voice' };
      const key = keyOf(speech.identity, { ...order, voice });
      const kept = await parts.promptFiles.speech(itself, order.tenant, key);
      if (kept !== undefined) return { ok: true, sound: kept, voice, made: false };
      const name = `${order.tenant}/${key}`;
      const making =
        underWay.get(name) ?? make(parts, { ...order, voice }, key).finally(() => underWay.delete(name));
      underWay.set(name, making);
      return making;
    },
  };
}

type Order = SpokenOrder & { voice: string };

const keyOf = (identity: string, { voice, language, text }: Order): string =>
  createHash('sha256')
    .update(JSON.stringify([identity, voice, language, text]))
    .digest('hex');

async function make(
  { convert, speech, promptFiles, now }: WorkshopParts,
  { tenant, ...order }: Order,
  key: string,
): Promise<SpokenSound> {
  const spoken = await speech.speak(order);
  if (!spoken.ok) return spoken;
  const sound = await soundOf(convert, Buffer.from(spoken.pcm), spoken.rate);
  if (sound === undefined) return { ok: false, problem: 'nothing-to-say' };
  // What the provider counts: characters, not bytes.
  const characters = [...order.text].length;
  await promptFiles.keepSpeech(itself, { tenant, key, sound, characters, at: now() });
  return { ok: true, sound, voice: order.voice, made: true };
}

async function soundOf(convert: ConvertFile, pcm: Buffer, rate: number): Promise<Sound | undefined> {
  const wav = wavFile(pcm, rate);
  if (rate === WIDE) return { wav, ms: Math.round(pcm.length / 2 / (rate / 1_000)), rate };
  const verdict = await convert(wav);
  return verdict.ok ? { wav: verdict.wav, ms: verdict.ms, rate: verdict.rate } : undefined;
}
