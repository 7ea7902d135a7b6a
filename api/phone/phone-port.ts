/** What a phone hears. Times in ms since the epoch by this process's clock. */
export type PhoneSound = {
  readonly kind: 'file' | 'silence' | 'tone' | 'bridge';
  /** Path of a shipped prompt inside the prompts folder; undefined for what is no prompt. */
  readonly prompt: string | undefined;
  /** As the switch names it. */
  readonly source: string;
  /** When its first sample was played, pauses taken out. */
  readonly startedAt: number;
  readonly completed: boolean;
};

/** A call as the person at the phone sees it. */
export type PhoneCall = {
  readonly id: string;
  readonly line: string;
  readonly peer: string;
  readonly direction: 'out' | 'in';
  readonly state: 'calling' | 'ringing' | 'early' | 'answered' | 'ended' | 'lost';
  readonly startedAt: number;
  readonly answeredAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly cause: string | undefined;
  readonly endedBy: 'switch' | 'phone' | undefined;
  /** What is heard at this moment. */
  readonly hears: PhoneSound | undefined;
};

/**
 * The telephones of a switch that has no real ones. Every method rejects with CallwrightError: `switch/not-sent` while
 * the switch cannot be reached, `switch/no-such-channel` for a call that it does not know.
 */
export type PhonePort = {
  place(from: string, to: string): Promise<PhoneCall>;
  press(call: string, keys: string): Promise<void>;
  hangUp(call: string): Promise<void>;
  answer(call: string): Promise<void>;
  reject(call: string): Promise<void>;
  /** Says `pcm` (16-bit mono at 8 kHz), whose first sample is `agoMs` old. */
  say(call: string, pcm: Buffer, agoMs: number): Promise<void>;
  /** From now on calls to this number ring at a person; kept over a restart of the switch. */
  register(line: string): Promise<void>;
  release(line: string): Promise<void>;
  /** Every change of every call. Returns how to stop listening. */
  onCall(listener: (call: PhoneCall) => void): () => void;
};

/** How this installation telephones: simulated phones, or real ones by SIP. */
export type PhoneSetting =
  | {
      readonly kind: 'simulated';
      readonly port: PhonePort;
      /** Offered as buttons. */
      readonly numbers: readonly { readonly number: string; readonly name: string }[];
    }
  | { readonly kind: 'sip'; readonly server: string; readonly transport: string; readonly domain: string };

/** The shipped sound files. */
export type PromptFiles = {
  readonly folder: string;
  /** True for a path that the manifest lists; nothing else is served. */
  has(path: string): boolean;
  /** What it says. */
  words(path: string): string | undefined;
};
