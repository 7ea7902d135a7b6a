import type { Prompt } from '../../contracts/call/prompt.ts';

/** Upper bounds of one period of the tones, ms. */
const TONE_MS = { beep: 1_000, ringback: 6_000, busy: 3_000 } as const;
/** For a file whose length nobody knows: long enough that a running prompt is not taken for a lost one. */
export const UNKNOWN_PROMPT_MS = 15_000;

/** Longest time in ms that a list of prompts takes. */
export function promptsMs(prompts: Prompt[], durations: Record<string, number>): number {
  return prompts.reduce((sum, prompt) => sum + promptMs(prompt, durations), 0);
}

function promptMs(prompt: Prompt, durations: Record<string, number>): number {
  if (prompt.kind === 'silence') return prompt.ms;
  if (prompt.kind === 'tone') return TONE_MS[prompt.name];
  if (prompt.kind === 'tones') return (prompt.tone.onMs + prompt.tone.offMs) * prompt.tone.times;
  return Object.hasOwn(durations, prompt.path) ? (durations[prompt.path] ?? 0) : UNKNOWN_PROMPT_MS;
}
