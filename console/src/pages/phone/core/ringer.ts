import { BELL, type Key, parseTone, RINGBACK } from './tone-spec.ts';
import type { Tones } from './tones.ts';
import type { CallsAtHand } from './which-call.ts';

/** What a telephone makes heard beside the prompts: its keys, its bell, the far end's ringing, beeps. */
export type Ringer = {
  follow(calls: CallsAtHand): void;
  key(key: Key): void;
  wake(): void;
};

/** One ringer for each telephone of the page; `name` keeps their sounds apart. */
export function createRinger(tones: Tones, name: string): Ringer {
  let sounding = new Map<string, string>();
  return {
    key: tones.key,
    wake: () => void tones.wake(),
    follow({ active, incoming }) {
      const wanted = new Map<string, string>();
      if (incoming !== undefined) wanted.set(`${name}-bell`, incoming.id);
      const waits = active?.direction === 'out' && active.hears === null;
      if (waits && (active.state === 'ringing' || active.state === 'calling'))
        wanted.set(`${name}-ringback`, active.id);
      const tone = active?.hears?.tone ?? null;
      if (tone !== null)
        wanted.set(`${name}-tone`, `${tone} ${Math.round((active?.hears?.startedAt ?? 0) / 100)}`);
      for (const [one] of sounding) if (!wanted.has(one)) tones.end(one);
      for (const [one, what] of wanted) {
        if (sounding.get(one) === what) continue;
        if (one.endsWith('-bell')) tones.begin(one, BELL, true);
        else if (one.endsWith('-ringback')) tones.begin(one, RINGBACK, true);
        else tones.begin(one, parseTone(tone ?? ''), false);
      }
      sounding = wanted;
    },
  };
}
