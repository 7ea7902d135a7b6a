import type { CallEvent, Hours } from '../../contracts/call/event.ts';
import type { Outcome } from '../../contracts/call/outcome.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { CalendarAsked, DialTarget, RequestVerb, SwitchVerb, Verb } from '../../contracts/call/verb.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import type { CallId, NodeName, ScenarioHash, TenantId } from '../../contracts/ids.ts';
import type { ScenarioPart } from '../../contracts/scenario/part.ts';

/** Where a verb goes. */
export type Channel = { call: CallId; node: NodeName };

export type IssueRequest = Channel & {
  verbs: SwitchVerb[];
  /** Legs that dial verbs of this call brought to life: verb number → channel. */
  legs: Record<number, CallId>;
  /** What the story gained in this turn; shown live, written for good at the end of the call. */
  steps: StepRecord[];
  /** Collected variables that the scenario has consumed and that must leave the channel. */
  forget: number[];
  /** Set on the second try: the first one may have reached the switch. */
  unclear: boolean;
  /** The channel has the mark of these verbs, but cannot be running them: issued all the same. */
  again?: boolean;
};
export type IssueResult = { status: 'issued' | 'repeated' | 'no-channel' };

export type InspectRequest = Channel & { verb: number; kind: 'play' | 'collect' | 'record' | 'bridge' };
export type InspectResult =
  | { status: 'running' }
  | { status: 'finished'; event: CallEvent }
  /** The verb never reached the channel: it may be issued again. */
  | { status: 'not-issued' }
  | { status: 'no-channel' };

export type LoadedPart = { entryPart: string; part: ScenarioPart };

export type RecordRequest = {
  /** What the row of the call holds; written here if the switch worker could not. */
  input: CallInput;
  steps: StepRecord[];
  end?: { outcome: Outcome; at: number; answeredAt?: number };
};

/** `scenario`: the version whose own calendars are meant. */
export type CalendarQuestion = { tenant: TenantId; scenario: ScenarioHash; at: number };
export type NextInstantAsked = Extract<RequestVerb, { kind: 'nextInstant' }>['until'];
export type PublishedVersion = { hash: ScenarioHash; entryPart: string };

export type CallActivities = {
  issueVerbs(request: IssueRequest): Promise<IssueResult>;
  inspectVerb(request: InspectRequest): Promise<InspectResult>;
  /** Plays the apology and hangs up afterwards, whatever runs on the channel. */
  apologise(channel: Channel): Promise<IssueResult>;
  loadPart(request: { scenario: ScenarioHash; part?: string }): Promise<LoadedPart>;
  /** Asked anew for each question: a save holds for the next call (MO-62). */
  businessHours(request: CalendarQuestion & { calendar: CalendarAsked }): Promise<Hours>;
  /** Instant, ms; null: never within a year. */
  nextInstant(request: CalendarQuestion & { until: NextInstantAsked }): Promise<number | null>;
  /** The version that a scenario of the company has published; null when there is none. */
  publishedScenario(request: { tenant: TenantId; scenario: string }): Promise<PublishedVersion | null>;
  recordCall(request: RecordRequest): Promise<void>;
};

export type DialRequest = {
  leg: CallId;
  parent: CallId;
  verb: number;
  node: NodeName;
  tenant: TenantId;
  target: DialTarget;
  ringMs: number;
  /** Number shown to the callee; must be one of the tenant's own (caller-id falsification is forbidden). */
  callerId: string;
  /** The scenario chose that number; without it, it is the one that was called, which is the tenant's own. */
  chosenCallerId?: true;
  /** Said to whoever answers; he counts as answered once he has pressed the key, for which he has `ms`. */
  accept?: NonNullable<Extract<Verb, { kind: 'dial' }>['accept']> & { ms: number };
  /** By which trunk, when it is not the first one. */
  trunk?: string;
  /** Workflow that is told what becomes of the leg, when it is not the call `parent`. */
  tell?: string;
};
/** `refused`: never reached the wire. `sent` and `repeated`: the INVITE left, or may have; it is never sent again. */
export type DialResult = { status: 'sent' | 'repeated' | 'refused'; cause?: string };

export type LegActivities = {
  dial(request: DialRequest): Promise<DialResult>;
  hangUpLeg(request: {
    leg: CallId;
    node: NodeName;
    cause: 'ORIGINATOR_CANCEL' | 'NORMAL_CLEARING';
  }): Promise<void>;
  legState(request: { leg: CallId; node: NodeName }): Promise<{ alive: boolean; answered: boolean }>;
  settleLeg(request: { leg: CallId; state: 'answered' | 'ended' | 'unknown'; cause?: string }): Promise<void>;
};
