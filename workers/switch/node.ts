import { runCommands } from '../../activities/shared/run-commands.ts';
import type { SwitchPort } from '../../activities/shared/switch-port.ts';
import type { CallEvent } from '../../contracts/call/event.ts';
import type { Prompt } from '../../contracts/call/prompt.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import type { CallId, CoreUuid } from '../../contracts/ids.ts';
import { disarmDeadMan, hangupChannel, keepKeys, setVariables } from '../../freeswitch/commands/index.ts';
import {
  createEventConnection,
  type EslEvent,
  type EventConnection,
  type EventConnectionOptions,
} from '../../freeswitch/esl/index.ts';
import { type Addressed, SUBSCRIBED_EVENTS, translate } from '../../freeswitch/events/index.ts';
import { RENEW_EVERY_MS, renewDeadMen } from './dead-man.ts';
import type { Deliver } from './deliver.ts';
import { createDifferenceWatch, differencesOf } from './difference-watch.ts';
import { createPlayFiller } from './filler.ts';
import { type Channel, callInput, channelOf } from './intake.ts';
import { createLiveCalls } from './live-calls.ts';
import type { Numbers } from './numbers.ts';
import { createOutage, type Filler } from './outage.ts';
import { oneAtATime, patiently } from './reconcile-runs.ts';
import { type CallTable, createReconciler } from './reconciler.ts';
import { createRouter } from './router.ts';

export type NodeOptions = {
  port: SwitchPort;
  endpoint: Pick<EventConnectionOptions, 'host' | 'port' | 'password' | 'name' | 'jobs' | 'log'>;
  numbers: Numbers;
  /** From beat to beat of the event socket's metronome, ms. */
  metronomeMs: number;
  /** Tests force continue-as-new early. */
  continueAfterEvents?: number | undefined;
  deliver: Deliver;
  calls: CallTable & {
    /** The row that a reconcile needs; not waited for, since a call must be taken without the database too. */
    arrived(input: CallInput): Promise<void>;
    active(call: CallId): Promise<void>;
    abandoned(call: CallId): Promise<void>;
  };
  /** Seconds of a batch from its first attempt to its acknowledgement. */
  onTurn(seconds: number): void;
  onDropped(reason: 'no-workflow' | 'unknown-number'): void;
  onError(what: string, error: unknown): void;
  onReport(report: { adopted: number; ended: number; lost: number }): void;
  onState(state: string, reason: string): void;
};

export type SwitchNode = {
  events: EventConnection;
  live(): number;
  pending(): number;
  reconcile(): Promise<void>;
  close(): void;
};

/** A change is looked for each 10 s: rows that were never started, channels that nobody answers (design §3, §1.7). */
export const RECONCILE_EVERY_MS = 10_000;
/** Two looks find a caller whose arrival was lost, well before his dead man fires 4 s after it. */
const COMPARE_EVERY_MS = 800;
/** Until the dead man of a call is renewed the second time: its row would stand `starting` for too long otherwise. */
const WAITING_PROMPT = { kind: 'file', path: 'ko/system/waiting.wav' } as const;

/** Everything that a switch worker does for one FreeSWITCH node. */
export function watchNode(options: NodeOptions): SwitchNode {
  const { port, numbers, calls, onError } = options;
  const inputOf = (channel: Channel): CallInput | undefined => {
    const input = callInput(port.node, numbers, channel);
    const limit = options.continueAfterEvents;
    return input === undefined || limit === undefined ? input : { ...input, continueAfterEvents: limit };
  };
  const fallbacks = new Map<CallId, Prompt>();
  const promptFor = (call: CallId, kind: Filler['kind']) =>
    (kind === 'fallback' ? fallbacks.get(call) : undefined) ?? WAITING_PROMPT;
  const outage = createOutage({
    play: createPlayFiller(port, promptFor),
    schedule: afterMs,
    onError: (error) => onError('a filler prompt could not be played', error),
  });
  const live = createLiveCalls(Date.now, (any) => events.setLive(any));
  const router = createRouter({
    deliver: options.deliver,
    onSending: (call, batch) => outage.watch(call, batch),
    onDelivered: (call, batch, startedAt) => {
      options.onTurn((performance.now() - startedAt) / 1_000);
      if (batch.some(isArrival))
        void calls.active(call).catch((error) => onError('a call row stays starting', error));
    },
    onNoWorkflow: (call, batch) => {
      options.onDropped('no-workflow');
      // The call is over for us, but a channel that just arrived again would wait for ever.
      if (batch.some(isArrival))
        void runCommands(port, [hangupChannel(call, 'NORMAL_TEMPORARY_FAILURE')]).catch(ignore);
      if (batch.some(({ type }) => type === 'mediaLost')) void calls.abandoned(call).catch(ignore);
    },
  });
  const reconcile = oneAtATime(
    createReconciler({
      port,
      core: () => events.coreUuid() as CoreUuid | undefined,
      calls,
      live,
      router,
      now: Date.now,
      inputFor: (call, { called, caller, from }) =>
        inputOf({ call, core: events.coreUuid() ?? '', called, caller, from, arrivedAt: Date.now() }),
      onReport: options.onReport,
    }),
  );
  const lookForDifferences = createDifferenceWatch({
    differences: differencesOf(port, live),
    lookCloser: reconcile,
  });

  const onEvent = (event: EslEvent): void => {
    const addressed = translate(event);
    if (addressed === undefined) return;
    live.follow(addressed);
    if (addressed.event.type === 'hungUp') fallbacks.delete(addressed.call);
    aroundBridge(port, addressed);
    if (!addressed.mayStart) {
      router.push(addressed.call, addressed.event);
      return;
    }
    const channel = channelOf(addressed.call, event);
    const input = inputOf(channel);
    if (input === undefined) {
      options.onDropped('unknown-number');
      void runCommands(port, [hangupChannel(addressed.call, 'CALL_REJECTED')]).catch(ignore);
      return;
    }
    const fallback = numbers.route(channel.called, channel.from)?.fallback;
    if (fallback !== undefined) leaveFallback(addressed.call, fallback);
    void calls.arrived(input).catch((error) => onError('a call row was not written', error));
    router.push(addressed.call, addressed.event, input);
  };

  /** For the dialplan: what the dead-man transfer plays when nobody of ours is left to choose a prompt. */
  const leaveFallback = (call: CallId, fallback: Prompt): void => {
    fallbacks.set(call, fallback);
    if (fallback.kind !== 'file') return;
    void runCommands(port, [setVariables(call, { cw_fallback_file: fallback.path })]).catch(ignore);
  };

  const events = createEventConnection({
    ...options.endpoint,
    metronomeMs: options.metronomeMs,
    events: [...SUBSCRIBED_EVENTS],
    onEvent,
    onStateChange: options.onState,
    onConnected: ({ coreUuid, coreChanged }) => {
      if (coreChanged) live.clear();
      // What happened while nobody listened will never be told again: every call looks for itself. A worker that has
      // just started learns from the reconcile which calls there are.
      const known = new Set(live.all());
      const lookAfter = (calls: Iterable<CallId>): void => {
        for (const call of calls)
          router.push(call, { type: 'idle', id: `idle:${coreUuid}:${Date.now()}`, at: Date.now() });
      };
      lookAfter(known);
      patiently(reconcile)
        .then(() => lookAfter(live.all().filter((call) => !known.has(call))))
        .catch((error) => onError('reconcile failed', error));
    },
  });
  const timers = [
    setInterval(() => void lookForDifferences(), COMPARE_EVERY_MS),
    setInterval(
      () => void reconcile().catch((error) => onError('reconcile failed', error)),
      RECONCILE_EVERY_MS,
    ),
    setInterval(() => {
      void renewDeadMen(port, live.unbridged()).catch((error) =>
        onError('a dead-man transfer was not renewed', error),
      );
    }, RENEW_EVERY_MS),
  ];

  return {
    events,
    live: () => live.size(),
    pending: () => router.pending(),
    reconcile,
    close() {
      for (const timer of timers) clearInterval(timer);
      router.close();
      events.close();
    },
  };
}

const isArrival = (event: CallEvent): boolean => event.type === 'arrived';
const ignore = (): void => undefined;

function afterMs(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/**
 * A renewal of the dead man may have crossed the bridge, and would take the conversation apart a minute later. After it
 * the caller is parked without the ground that keeps his keys.
 */
function aroundBridge(port: SwitchPort, { call, event }: Addressed): void {
  const command =
    event.type === 'bridged' ? disarmDeadMan(call) : event.type === 'unbridged' ? keepKeys(call) : undefined;
  if (command !== undefined) void runCommands(port, [command]).catch(ignore);
}
