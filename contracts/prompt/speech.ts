import type { Language } from '../scenario/language.ts';
import type { SpeechProblem, SpeechProviderName } from './kinds.ts';

/** A voice of a provider; the first one of a language is used when nobody chose. */
export type Voice = { id: string; name: string; language: Language };

/** Words to be spoken as they stand: nothing in them is markup or an instruction. */
export type SpeechOrder = { text: string; language: Language; voice: string };

/** 16-bit mono samples, little-endian, at `rate` Hz; or why there are none. */
export type Speech = { ok: true; pcm: Uint8Array; rate: number } | { ok: false; problem: SpeechProblem };

/** Who turns text into speech (CTI-16). `speak` never rejects for what the other side says. */
export type SpeechProvider = {
  readonly name: SpeechProviderName;
  /** Name and whatever else changes the sound: part of the key under which speech is kept. */
  readonly identity: string;
  readonly voices: readonly Voice[];
  speak(order: SpeechOrder, signal?: AbortSignal): Promise<Speech>;
};
