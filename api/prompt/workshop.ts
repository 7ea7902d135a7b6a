import type { TenantId } from '../../contracts/ids.ts';
import type {
  AudioProblem,
  AudioWarning,
  SpeechProblem,
  SpeechProviderName,
} from '../../contracts/prompt/kinds.ts';
import type { Voice } from '../../contracts/prompt/speech.ts';
import type { Language } from '../../contracts/scenario/language.ts';
import type { Sound } from '../../db/repositories/prompt-files.ts';

/** A file that was taken, or why not. */
export type TakenSound =
  | { ok: true; sound: Sound; warnings: readonly AudioWarning[] }
  | { ok: false; problem: AudioProblem };

export type SpokenOrder = {
  tenant: TenantId;
  language: Language;
  text: string;
  /** Absent: the first voice of the language. */
  voice?: string | undefined;
};
/** `made`: the provider spoke it now; otherwise it was kept from before, and costs nothing. */
export type SpokenSound =
  | { ok: true; sound: Sound; voice: string; made: boolean }
  | { ok: false; problem: SpeechProblem };

/** Where sound is made: conversion in a process of its own, and speech. Neither rejects for what it was given. */
export type PromptWorkshop = {
  readonly provider: SpeechProviderName;
  readonly voices: readonly Voice[];
  take(file: Buffer): Promise<TakenSound>;
  speak(order: SpokenOrder): Promise<SpokenSound>;
};

/** An installation without a workshop: it keeps and plays what it has. */
export const NO_WORKSHOP: PromptWorkshop = {
  provider: 'none',
  voices: [],
  take: async () => ({ ok: false, problem: 'too-much-work' }),
  speak: async () => ({ ok: false, problem: 'no-voice' }),
};
