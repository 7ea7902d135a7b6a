import type { RawEslClient } from './raw-esl-client.ts';

/** A call that somebody outside has placed into the switch. */
export type OutsideCall = {
  readonly uuid: string;
  /** Keys that are in the switch at once. */
  readonly press: (keys: string) => Promise<void>;
  /** Keys as a telephone sends them: one after another in the sound (RFC 2833). */
  readonly pressInSound: (keys: string) => Promise<void>;
  /** Speaks for one second. */
  readonly speak: () => Promise<void>;
  readonly hangUp: () => Promise<void>;
};

/** A far end that outgoing calls reach, by what it does. */
export type FarEnd = 'answers' | 'busy' | 'declines' | 'rings';

/**
 * What the contract needs of a switch, whichever it is. The real one brings calls in and answers them with SIPp; the
 * simulator with its virtual phones.
 */
export type SwitchUnderTest = {
  readonly name: string;
  /** A connection that is authenticated and listens to all events of the contract. */
  readonly connect: () => Promise<RawEslClient>;
  /** A connection that has not authenticated yet. */
  readonly connectBare: () => Promise<RawEslClient>;
  readonly password: string;
  /** Prompts of the repository, as the switch sees them. */
  readonly promptsDir: string;
  /** A folder that the switch may write to … */
  readonly recordingsDir: string;
  /** … and whether the test can look into it too. */
  readonly canReadRecordings: boolean;
  /** Calls the number whose dialplan parks. The dead man is disarmed, unless `armed`. */
  readonly placeCall: (options?: { readonly armed?: boolean }) => Promise<OutsideCall>;
  /** Dial-string endpoint of such a far end. */
  readonly farEnd: (kind: FarEnd) => string;
  /** Whoever answered that outgoing leg hangs up. */
  readonly farEndHangsUp: (uuid: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** One rule that every switch has to keep. */
export type ContractCase = {
  readonly rule: string;
  readonly run: (expect: Expect, sut: SwitchUnderTest) => Promise<void>;
};

/** The two assertions that cases use. */
export type Expect = {
  readonly equal: (actual: unknown, expected: unknown, message?: string) => void;
  readonly ok: (actual: boolean, message?: string) => void;
};

/** The subscription of the recordings. */
export const contractEvents =
  'event json CHANNEL_CREATE CHANNEL_STATE CHANNEL_PROGRESS CHANNEL_PROGRESS_MEDIA CHANNEL_ANSWER CHANNEL_PARK CHANNEL_UNPARK CHANNEL_BRIDGE CHANNEL_UNBRIDGE CHANNEL_EXECUTE CHANNEL_EXECUTE_COMPLETE CHANNEL_HANGUP CHANNEL_HANGUP_COMPLETE CHANNEL_DESTROY CHANNEL_HOLD CHANNEL_UNHOLD CHANNEL_UUID CHANNEL_ORIGINATE DTMF PLAYBACK_START PLAYBACK_STOP RECORD_START RECORD_STOP BACKGROUND_JOB HEARTBEAT';
