/** What a switch said about a call, reduced to what the figures need. Times in ms since 1970 by the switch's clock. */
export type Sighting = {
  readonly name: string;
  readonly uuid: string;
  readonly at: number;
  readonly called?: string | undefined;
  readonly digit?: string | undefined;
  readonly file?: string | undefined;
};

/** From the last key of a completed input to the start of the next prompt. */
export type Turn = { readonly at: number; readonly ms: number };

export type SeenCall = {
  readonly uuid: string;
  readonly called: string;
  readonly createdAt: number;
  firstPromptAt?: number;
  endedAt?: number;
  readonly turns: Turn[];
  /** Keys in the order in which the switch took them. */
  digits: string;
  prompts: number;
  fillers: number;
};

type Open = { call: SeenCall; keyAt: number | undefined };

/** Gathers sightings into calls; pure but for what it keeps. */
export type CallLog = {
  /** Returns the call when the sighting is a prompt's start or the call's end. */
  take(sighting: Sighting): SeenCall | undefined;
  /** Calls to `called` that began at or after `since`. */
  callsTo(called: string, since: number): SeenCall[];
  forget(): void;
};

/** A single frame of silence stands where an application must name some prompt; nobody hears it as one. */
const isSilence = (file: string): boolean => file.startsWith('silence_stream:');
/** "One moment, please" while the engine is slow: not the next prompt, so the turn goes on. */
const isFiller = (file: string): boolean => file.includes('/ko/system/');

export function createCallLog(): CallLog {
  const calls = new Map<string, Open>();

  function prompt(open: Open, { at, file = '' }: Sighting): SeenCall | undefined {
    if (isSilence(file)) return undefined;
    const { call } = open;
    if (isFiller(file)) {
      call.fillers += 1;
      return undefined;
    }
    call.firstPromptAt ??= at;
    call.prompts += 1;
    if (open.keyAt !== undefined) call.turns.push({ at, ms: at - open.keyAt });
    open.keyAt = undefined;
    return call;
  }

  return {
    take(sighting) {
      const { name, uuid, at } = sighting;
      if (name === 'CHANNEL_CREATE') {
        const call = {
          uuid,
          called: sighting.called ?? '',
          createdAt: at,
          turns: [],
          digits: '',
          prompts: 0,
          fillers: 0,
        };
        calls.set(uuid, { call, keyAt: undefined });
        return undefined;
      }
      const open = calls.get(uuid);
      if (open === undefined) return undefined;
      if (name === 'DTMF') {
        open.keyAt = at;
        open.call.digits += sighting.digit ?? '';
        return undefined;
      }
      if (name === 'PLAYBACK_START') return prompt(open, sighting);
      if (name !== 'CHANNEL_HANGUP_COMPLETE') return undefined;
      open.call.endedAt = at;
      return open.call;
    },
    callsTo: (called, since) =>
      [...calls.values()]
        .map(({ call }) => call)
        .filter((call) => call.called === called && call.createdAt >= since),
    forget: () => calls.clear(),
  };
}
