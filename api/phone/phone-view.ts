import type { PhoneCallView, PhoneSoundView } from '../../contracts/api/phone.ts';
import type { PhoneCall, PhoneSound, PromptFiles } from './phone-port.ts';

const TONE = 'tone_stream://';

export type Words = PromptFiles['words'];

function toSoundView(sound: PhoneSound, now: number, words: Words): PhoneSoundView {
  const { kind, prompt, source, startedAt, completed } = sound;
  return {
    kind,
    promptUrl: prompt === undefined ? null : `/api/v1/prompts/${prompt}`,
    words: prompt === undefined ? null : (words(prompt) ?? null),
    tone: source.startsWith(TONE) ? source.slice(TONE.length) : null,
    startedAt,
    positionMs: now - startedAt,
    completed,
  };
}

/** A call as its own line sees it at `now` (ms since the epoch): the number is not masked, since its person dialled it. */
export const toPhoneCallView = (call: PhoneCall, now: number, words: Words): PhoneCallView => ({
  id: call.id,
  line: call.line,
  peer: call.peer,
  direction: call.direction,
  state: call.state,
  startedAt: call.startedAt,
  answeredAt: call.answeredAt ?? null,
  endedAt: call.endedAt ?? null,
  cause: call.cause ?? null,
  endedBy: call.endedBy ?? null,
  hears: call.hears === undefined ? null : toSoundView(call.hears, now, words),
});
