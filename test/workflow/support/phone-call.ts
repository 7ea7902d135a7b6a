import type {
  CallActivities,
  IssueRequest,
  LegActivities,
  NextInstantAsked,
  RecordRequest,
} from '../../../activities/call/types.ts';
import type { FetchAnswer, FetchRequest, HttpActivities } from '../../../activities/http/types.ts';
import type { CallMessageActivities, CallMessageRequest } from '../../../activities/message/call-message.ts';
import type { MessageActivities } from '../../../activities/message/types.ts';
import type { CallEvent, Hours } from '../../../contracts/call/event.ts';
import { callWorkflowId, EVENTS_UPDATE } from '../../../contracts/call/names.ts';
import type { CalendarAsked } from '../../../contracts/call/verb.ts';
import type { CallInput, CallWorkflowResult } from '../../../contracts/call/workflow.ts';
import type { CallId, ScenarioHash } from '../../../contracts/ids.ts';
import type { CompiledScenario } from '../../../contracts/scenario/part.ts';
import { farEvents, type SimulatedInput } from '../../../ivr-scenarios/simulate/far-end.ts';
import { createRouter } from '../../../workers/switch/router.ts';
import { INPUT } from './call-input.ts';
import { type Caller, createCaller, type Faults } from './caller.ts';
import { type ChannelDouble, inspect, issue, newChannel } from './channel-double.ts';
import { createLegDouble, type LegDouble } from './leg-double.ts';
import type { ActivityContext, ActivityMocks } from './run-activity.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

type Activities = CallActivities &
  LegActivities &
  CallMessageActivities &
  HttpActivities &
  Pick<MessageActivities, 'messageFigures' | 'finishMessage'>;
type StandIns = {
  [Name in keyof Activities]: (request: Parameters<Activities[Name]>[0]) => Promise<unknown>;
};

/** Id of the message that every text of a call becomes. */
export const TEXT_ID = '3c1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d';

export type Before = (name: keyof Activities, context: ActivityContext, request: unknown) => unknown;

export type PhoneCallOptions = {
  scenario: CompiledScenario;
  inputs?: readonly SimulatedInput[];
  input?: Partial<CallInput>;
  faults?: Faults;
  /** What other systems answer, in the order in which they are asked; none: a good answer without values. */
  http?: readonly FetchAnswer[];
  /** Other scenarios of the company, by id: their published versions. */
  scenarios?: Readonly<Record<string, PublishedScenario>>;
  /** Without it calendars take inputs. */
  hours?: (calendar: CalendarAsked, at: number) => Hours;
  nextInstant?: (until: NextInstantAsked, at: number) => number | null;
  /** How long after {@link START_AT} the call comes in, ms. */
  startAfterMs?: number;
  /** Stands before every activity: throws, waits or answers itself; undefined lets the stand-in answer. */
  before?: Before;
};

export type PublishedScenario = { hash: ScenarioHash; compiled: CompiledScenario };

/** A caller on a parked channel, with the real router and the real workflows between him and the stand-ins. */
export type PhoneCall = Pick<Caller, 'tell' | 'hangUp' | 'stamp'> & {
  sandbox: Sandbox;
  channel: ChannelDouble;
  legs: LegDouble;
  /** What `recordCall` was told, in order. */
  records: RecordRequest[];
  /** What `issueVerbs` was asked, in order. */
  requests: IssueRequest[];
  /** What `acceptCallMessage` was asked, in order. */
  texts: CallMessageRequest[];
  /** What `fetchForCall` was asked, in order. */
  fetches: FetchRequest[];
  /** Activities that ran, as `local issueVerbs` or `switch-node-a issueVerbs`. */
  activities: string[];
  deliver(event: CallEvent): void;
  result(): CallWorkflowResult | undefined;
};

export async function createPhoneCall(options: PhoneCallOptions): Promise<PhoneCall> {
  const input: CallInput = { ...INPUT, ...options.input };
  const inputs = [...(options.inputs ?? [])];
  const records: RecordRequest[] = [];
  const requests: IssueRequest[] = [];
  const texts: CallMessageRequest[] = [];
  const fetches: FetchRequest[] = [];
  const http = [...(options.http ?? [])];
  const activities: string[] = [];
  const channel = newChannel();
  const deliver = (event: CallEvent): void => router.push(input.call, event);
  const clock = (): Sandbox['clock'] => sandbox.clock;
  const { faults } = options;
  const caller = createCaller({ channel, clock, inputs, faults, deliver });
  const legs = createLegDouble({
    next: () => inputs.shift(),
    onEvent: (leg, event) => router.push(leg, caller.stamp(event)),
    onBridge: () => caller.tell({ type: 'bridged' }),
    onBridgeEnd: () => caller.tell({ type: 'unbridged' }),
    schedule: (ms, run) => void clock().schedule(clock().now() + ms, run),
  });
  const versionOf = (hash: ScenarioHash): CompiledScenario =>
    Object.values(options.scenarios ?? {}).find((one) => one.hash === hash)?.compiled ?? options.scenario;
  const standIns: StandIns = {
    async issueVerbs(request) {
      requests.push(request);
      return issue(channel, request, (verb) => {
        if (verb.kind === 'bridge') legs.bridge(verb.dial);
        else caller.follow(verb);
      });
    },
    inspectVerb: async ({ verb }) => inspect(channel, verb),
    async apologise() {
      channel.apologies += 1;
      return { status: channel.alive ? 'issued' : 'no-channel' };
    },
    async loadPart({ scenario, part: name }) {
      const { entryPart, parts } = versionOf(scenario);
      return { entryPart, part: parts[name ?? entryPart] };
    },
    async businessHours({ calendar, at }) {
      if (options.hours !== undefined) return options.hours(calendar, at);
      const [event] = farEvents({ kind: 'businessHours', verb: 1, calendar }, inputs.shift());
      return event?.type === 'hours' ? event.verdict : 'open';
    },
    nextInstant: async ({ until, at }) => options.nextInstant?.(until, at) ?? null,
    async publishedScenario({ scenario }) {
      const found = options.scenarios?.[scenario];
      return found === undefined ? null : { hash: found.hash, entryPart: found.compiled.entryPart };
    },
    async fetchForCall(request) {
      fetches.push(request);
      return http.shift() ?? { result: 'ok', status: 200, values: {} };
    },
    async acceptCallMessage(request) {
      texts.push(request);
      const [event] = farEvents({ kind: 'sendMessage', ...request }, inputs.shift());
      const result = event?.type === 'messaged' ? event.result : 'accepted';
      if (result === 'failed') throw new Error('the database is away');
      return result === 'accepted'
        ? { status: result, message: TEXT_ID }
        : { status: result, codes: ['nobody-left'] };
    },
    // The workflow of the text: nothing waits in its ledger.
    messageFigures: async () => ({ waiting: 0, open: 0, nextDueAt: null }),
    finishMessage: async () => ({ delivered: 1, failed: 0, unknown: 0, excluded: 0 }),
    recordCall: async (request) => void records.push(request),
    ...legs.activities,
  };
  const sandbox = await createSandbox(watched(standIns, activities, options.before));
  const router = createSandboxRouter(sandbox);
  await sandbox.advance(options.startAfterMs ?? 0);
  router.push(input.call, caller.stamp({ type: 'arrived', adopted: false }), input);
  const { tell, hangUp, stamp } = caller;
  const result = () => sandbox.run(callWorkflowId(input.call))?.result as CallWorkflowResult | undefined;
  return {
    sandbox,
    channel,
    legs,
    records,
    requests,
    texts,
    fetches,
    activities,
    deliver,
    tell,
    hangUp,
    stamp,
    result,
  };
}

function watched(standIns: StandIns, ran: string[], before: Before | undefined): ActivityMocks {
  const entries = Object.entries(standIns).map(([name, standIn]) => [
    name,
    async (request: never, context: ActivityContext) => {
      ran.push(`${context.local ? 'local' : context.queue} ${name}`);
      const early = await before?.(name as keyof Activities, context, request);
      return early === undefined ? standIn(request) : early;
    },
  ]);
  return Object.fromEntries(entries);
}

/** The switch worker's own router, with the sandbox in place of a server. */
export function createSandboxRouter(sandbox: Sandbox): ReturnType<typeof createRouter> {
  return createRouter({
    async deliver({ call, events, start }: { call: CallId; events: CallEvent[]; start?: CallInput }) {
      const id = callWorkflowId(call);
      if (start !== undefined && sandbox.run(id) === undefined) await sandbox.start('call', id, [start]);
      if (sandbox.run(id)?.status !== 'running') return 'no-workflow';
      await sandbox.update(id, EVENTS_UPDATE, [events], events[0]?.id ?? '');
      return 'delivered';
    },
    onSending: () => ({ done: () => undefined }),
    onDelivered: () => undefined,
    onNoWorkflow: () => undefined,
  });
}
