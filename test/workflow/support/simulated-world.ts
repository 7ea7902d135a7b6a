import { ApplicationFailure } from '@temporalio/common';
import type { CallActivities, LegActivities, RecordRequest } from '../../../activities/call/types.ts';
import type { HttpActivities } from '../../../activities/http/types.ts';
import type { CallMessageActivities } from '../../../activities/message/call-message.ts';
import type { CallEvent, CallEventOf } from '../../../contracts/call/event.ts';
import type { Verb } from '../../../contracts/call/verb.ts';
import type { CallInput } from '../../../contracts/call/workflow.ts';
import type { CallId, ScenarioHash } from '../../../contracts/ids.ts';
import type { CompiledScenario } from '../../../contracts/scenario/part.ts';
import type { FarEvent } from '../../../ivr-scenarios/simulate/far-end.ts';
import { comingOf, type Surroundings } from '../../../ivr-scenarios/simulate/surroundings.ts';
import { delayOf } from '../../../ivr-scenarios/simulate/timing.ts';
import { inspect, issue, newChannel, note } from './channel-double.ts';

/** Time and the ways to the workflows of a call and its legs: virtual ones, or those of a real server. */
export type Ground = {
  now(): number;
  schedule(ms: number, run: () => void): void;
  push(call: CallId, event: CallEvent): void;
  command(call: CallId): void;
};

export type WorldOptions = {
  input: CallInput;
  scenario: CompiledScenario;
  around: Surroundings;
  ground: Ground;
};

type Activities = CallActivities & LegActivities & CallMessageActivities & HttpActivities;

/** Everything outside one durable call, which does what it does in the simulation: the same decisions, after the same time. */
export type SimulatedWorld = {
  activities: Activities;
  records: RecordRequest[];
  /** Legs that were dialled. */
  legs(): readonly CallId[];
  /** Why this call cannot be held against the simulated one; undefined when it can. */
  incomparable(): string | undefined;
};

type Dialled = { alive: boolean; verb: number };

export function createSimulatedWorld({ input, scenario, around, ground }: WorldOptions): SimulatedWorld {
  const { call } = input;
  const channel = newChannel();
  const records: RecordRequest[] = [];
  const legs = new Map<CallId, Dialled>();
  const stopped = new Set<number>();
  const texts = new Map<number, FarEvent>();
  let sequence = 0;
  let reason: string | undefined;

  const stamp = (event: FarEvent): CallEvent => {
    sequence += 1;
    return { ...event, id: `${input.core}:${call.slice(0, 8)}:${sequence}`, at: ground.now() } as CallEvent;
  };
  const tell = (event: FarEvent): void => {
    if (!channel.alive) return;
    const stamped = stamp(event);
    note(channel, stamped);
    ground.push(call, stamped);
  };
  const come = (verb: Verb, hash: ScenarioHash = input.scenario): ReturnType<typeof comingOf> =>
    comingOf(around, verb, ground.now(), versionOf(hash));
  const versionOf = (hash: ScenarioHash): CompiledScenario =>
    hash === input.scenario ? scenario : (around.options.scenarioOf?.('')?.compiled ?? scenario);

  function endLeg(id: CallId, cause: string): void {
    const leg = legs.get(id);
    if (leg?.alive !== true) return;
    leg.alive = false;
    ground.push(id, stamp({ type: 'hungUp', cause, by: 'peer' }));
  }
  /** `event` speaks of the caller's verb; on the leg's own channel its end is a hang-up. */
  function onLeg(event: Omit<CallEventOf<'leg'>, 'id' | 'at'>): void {
    const [id, leg] = [...legs].find(([, { verb }]) => verb === event.verb) ?? [];
    if (id === undefined || leg?.alive !== true) return;
    if (event.state === 'ended') endLeg(id, event.cause ?? 'NORMAL_CLEARING');
    else ground.push(id, stamp(event));
  }
  function happen(event: FarEvent): void {
    if (event.type === 'commanded') ground.command(call);
    else if (event.type === 'leg') onLeg(event);
    else tell(event);
  }
  /** Lets come what comes of a verb. */
  function react(verb: Verb): void {
    const { events, open } = come(verb);
    if (events === 'waits') return;
    for (const event of events) {
      // A leg's end travels by way of its own workflow: it must not be overtaken by what follows from it.
      const later = event.type === 'unbridged' ? 1 : 0;
      ground.schedule(delayOf(verb, event) + later, () => happen(event));
    }
    if (open !== true) return;
    ground.schedule(1, () => {
      if (!stopped.has(verb.verb)) react(verb);
    });
  }

  const activities: Activities = {
    async issueVerbs(request) {
      return issue(channel, request, (verb) => {
        if (verb.kind !== 'stop') return react(verb);
        for (const { verb: earlier } of channel.heard) stopped.add(earlier);
      });
    },
    inspectVerb: async ({ verb }) => inspect(channel, verb),
    apologise: async () => ({ status: 'issued' }),
    async loadPart({ scenario: hash, part }) {
      const { entryPart, parts } = versionOf(hash);
      const found = parts[part ?? entryPart];
      if (found === undefined) throw new Error(`no part ${part}`);
      return { entryPart, part: found };
    },
    async businessHours({ scenario: hash, calendar }) {
      const [event] = eventsOf(come({ kind: 'businessHours', verb: 1, calendar }, hash));
      return event?.type === 'hours' ? event.verdict : 'open';
    },
    async nextInstant({ scenario: hash, until }) {
      const [event] = eventsOf(come({ kind: 'nextInstant', verb: 1, until }, hash));
      return event?.type === 'instant' ? event.dueAt : null;
    },
    async publishedScenario({ scenario: id }) {
      const [event] = eventsOf(come({ kind: 'findScenario', verb: 1, scenario: id }));
      return event?.type === 'scenarioFound' ? event.version : null;
    },
    async acceptCallMessage({ call: _call, tenant: _tenant, ...wanted }) {
      const event = texts.get(wanted.verb) ?? eventsOf(come({ kind: 'sendMessage', ...wanted }))[0];
      if (event !== undefined) texts.set(wanted.verb, event);
      // In the simulation somebody can hang up between the wish for a text and its row; here that is one task.
      if (event?.type !== 'messaged') reason = 'something else happened instead of the text';
      const result = event?.type === 'messaged' ? event.result : 'accepted';
      if (result === 'failed') throw ApplicationFailure.nonRetryable('the database is away');
      if (result === 'refused') return { status: result, codes: ['nobody-left'] };
      return { status: 'accepted', message: '3c1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d' };
    },
    async fetchForCall({ call: _call, tenant: _tenant, ...request }) {
      const verb: Verb = { kind: 'httpRequest', ...request };
      const [event] = eventsOf(come(verb));
      if (event?.type !== 'fetched') throw new Error('another system answers');
      await new Promise<void>((resolve) => ground.schedule(delayOf(verb, event), resolve));
      const { result, status, values } = event;
      return { result, values, ...(status === undefined ? {} : { status }) };
    },
    async dial({ leg, verb, target, ringMs, accept }) {
      legs.set(leg, { alive: true, verb });
      react({ kind: 'dial', verb, target, ringMs, expectMs: ringMs + (accept?.ms ?? 0) });
      return { status: 'sent' };
    },
    hangUpLeg: async ({ leg, cause }) => endLeg(leg, cause),
    legState: async ({ leg }) => ({ alive: legs.get(leg)?.alive === true, answered: true }),
    settleLeg: async () => undefined,
    recordCall: async (request) => void records.push(request),
  };
  return { activities, records, legs: () => [...legs.keys()], incomparable: () => reason };
}

const eventsOf = ({ events }: ReturnType<typeof comingOf>): FarEvent[] => (events === 'waits' ? [] : events);
