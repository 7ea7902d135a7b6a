/**
 * Closed sets of the prompt subject, without the schema library: the console shows them by value.
 */

/** `speech` is said once, in a language each; `music` is one file for all of them, played from the beginning again. */
export const PROMPT_KINDS = ['speech', 'music'] as const;
export type PromptKind = (typeof PROMPT_KINDS)[number];

/** Where a file came from: an upload, the browser's microphone, a telephone, or speech made of its text. */
export const PROMPT_SOURCES = ['upload', 'microphone', 'phone', 'tts'] as const;
export type PromptSource = (typeof PROMPT_SOURCES)[number];

/** Why a file is not taken. Each has its words in the console and in the api's answer. */
export const AUDIO_PROBLEMS = [
  'empty',
  'too-large',
  'too-long',
  'too-short',
  'no-audio',
  'unsupported',
  'damaged',
  'too-much-work',
] as const;
export type AudioProblem = (typeof AUDIO_PROBLEMS)[number];

/** What is worth saying of a file that was taken: nothing is heard, little is heard, its peaks are cut off. */
export const AUDIO_WARNINGS = ['silent', 'quiet', 'clipped'] as const;
export type AudioWarning = (typeof AUDIO_WARNINGS)[number];

/** Who turns text into speech (CTI-16); `none`: nobody does. */
export const SPEECH_PROVIDERS = ['polly', 'espeak', 'none'] as const;
export type SpeechProviderName = (typeof SPEECH_PROVIDERS)[number];

/** Why there is no speech; `unavailable` and `throttled` pass by themselves. */
export const SPEECH_PROBLEMS = [
  'no-voice',
  'no-such-voice',
  'nothing-to-say',
  'throttled',
  'unavailable',
  'refused',
] as const;
export type SpeechProblem = (typeof SPEECH_PROBLEMS)[number];

/** A recording by telephone: ringing, recording, then an end. */
export const RECORD_CALL_STATES = ['calling', 'recording', 'done', 'failed'] as const;
export type RecordCallState = (typeof RECORD_CALL_STATES)[number];
/** Why nothing was recorded. */
export const RECORD_CALL_PROBLEMS = ['not-answered', 'nothing-recorded', 'refused', 'failed'] as const;
export type RecordCallProblem = (typeof RECORD_CALL_PROBLEMS)[number];
