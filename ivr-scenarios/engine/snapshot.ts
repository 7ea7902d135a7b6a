import type { CallEvent } from '../../contracts/call/event.ts';
import type { Outcome } from '../../contracts/call/outcome.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { VerbKind } from '../../contracts/call/verb.ts';
import type { HandlerName } from '../../contracts/scenario/document.ts';
import type { Language } from '../../contracts/scenario/language.ts';
import type { Value } from '../../contracts/scenario/value.ts';

/** Why a menu or an input is asked again. */
export type RetryCause = 'first' | 'noInput' | 'wrong';

/** One level of the call stack: which part, in which block, and what its statechart remembers. */
export type Frame = {
  part: string;
  block: string;
  tries: number;
  cause: RetryCause;
  /** The record of the block that the frame is in, to be written again when the block is left. */
  open?: StepRecord;
  /** How often each `loop` block of this visit was left by `again`. */
  loops?: Record<string, number>;
  /** What the parameters of the part held before it was called; null beside a name: there was none. */
  saved?: Record<string, Value>;
  /** While an input is read back: what its variable held before. */
  confirming?: { before: Value };
  /** What was typed so far in a menu with keys of several lengths. */
  typed?: string;
};

/** The verb whose completion the call waits for. `since`: the instant (ms) of the event that issued it. */
export type Awaiting = { verb: number; kind: VerbKind; since: number };

/** The leg of a connect block. `legEnded` may come before the caller is parked again, by another way. */
export type Connecting = {
  dial: number;
  phase: 'ringing' | 'bridging' | 'bridged';
  music: boolean;
  legEnded: boolean;
  /** The far end must press a key before it counts as answered: a leg that ends without is declined, not unreachable. */
  attended?: true;
};

/** `generation` tells a deadline from an earlier one of the same name; `dueAt` in ms. */
export type ScenarioDeadline = { id: string; generation: number; dueAt: number };

/** What the interpreter does next; kept in the snapshot when a part has to be loaded first. */
export type Move =
  | { kind: 'enterPart'; part: string; values?: Record<string, Value> }
  | { kind: 'handler'; handler: HandlerName }
  | { kind: 'leave'; outcome: string }
  | { kind: 'again'; cause: RetryCause }
  | { kind: 'returned'; outcome: string }
  | { kind: 'event'; event: CallEvent };

/** The whole state of a call's scenario: plain JSON, so that it survives continue-as-new and comparison. */
export type ScenarioSnapshot = {
  schema: 1;
  status: 'running' | 'loading' | 'closing' | 'ended';
  startedAt: number;
  nextVerb: number;
  nextStep: number;
  frames: Frame[];
  variables: Record<string, Value>;
  awaiting?: Awaiting;
  connecting?: Connecting;
  deadlines: ScenarioDeadline[];
  nextGeneration: number;
  /** While `loading`: what goes on once the part is there, and what came in meanwhile. */
  resumeWith?: Move;
  held: CallEvent[];
  /** While `closing`: the outcome to which the apology leads. */
  closing?: Outcome;
  /** `texts`: absent in calls that asked for none. */
  counts: {
    sounds: number;
    events: number;
    promptsFailed: number;
    texts?: number;
    requests?: number;
    scenarios?: number;
  };
  reached: { connected: boolean; messageLeft: boolean; informed: boolean };
  /** How the last connect block failed, until something else is reached. */
  upstream?: Extract<Outcome, { result: 'upstream' }>['reason'];
  /** Ids of the last events that carry no verb number and could be taken twice. */
  seen: string[];
  outcome?: Outcome;
  /** Absent: the language of the document. */
  language?: Language;
  /** Hash of the version that a `toScenario` block went over to; absent: the version that the call began with. */
  scenario?: string;
  /** What chance is made of: the same seed and the same way give the same draws. */
  seed?: number;
  draws?: number;
  /** Number that dials show; absent: the one that was called. */
  callerId?: string;
  /** Handlers that the document has, and how often each was taken. */
  handlers?: HandlerName[];
  handled?: Partial<Record<HandlerName, number>>;
  /** The engine has said once that a prompt is missing. */
  sorry?: true;
  /** While it says so: the event that is judged afterwards, and the verb that it completes. */
  interlude?: { awaiting: Awaiting; event: CallEvent };
};
