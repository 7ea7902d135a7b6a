import type { CallEvent, Hours } from '../../contracts/call/event.ts';
import type { Verb } from '../../contracts/call/verb.ts';
import type { Block, BlockOf } from '../../contracts/scenario/block.ts';
import type { Calendar } from '../../contracts/scenario/calendar.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import type { Value } from '../../contracts/scenario/value.ts';
import { stretchesOf } from '../calendar/day-rule.ts';
import type { ScenarioSnapshot } from '../engine/snapshot.ts';
import { menuKeyOf } from '../logic/menu-key.ts';
import type { Matter } from './matter.ts';
import { answersFor, inputsFor } from './values.ts';

/** An event without what its queue gives it. */
export type FarEvent = CallEvent extends infer E
  ? E extends CallEvent
    ? Omit<E, 'id' | 'at'>
    : never
  : never;

/** Something that can happen to a call now. */
export type Happening = {
  event: FarEvent;
  /** Longest time in ms until it happens. */
  ms: number;
  /** `input`: the caller does something; `outside`: somebody intervenes; `by itself`: all else. */
  by: 'input' | 'outside' | 'itself';
};
export type Happenings = { list: Happening[]; all: boolean };

/** What a call waits for: the state, the block that it is in, the verb that is awaited. */
export type Waiting = { snapshot: ScenarioSnapshot; block: Block; verb: Verb | undefined; chance: boolean };

export type World = { matter: Matter; calendars: Readonly<Record<string, Calendar>> };

/** Every event that can complete what a call waits for. */
export function happenings(waiting: Waiting, world: World): Happenings {
  const { snapshot, block, verb } = waiting;
  const { awaiting } = snapshot;
  if (awaiting === undefined) return { list: [], all: true };
  const of = awaiting.verb;
  const ms = verb !== undefined && 'expectMs' in verb ? verb.expectMs : 0;
  const itself = (...events: FarEvent[]): Happenings => ({
    list: events.map((event) => ({ event, ms, by: 'itself' })),
    all: true,
  });
  switch (awaiting.kind) {
    case 'play': {
      const played: FarEvent = { type: 'played', verb: of, result: 'completed' };
      return mayFail(waiting) ? itself(played, { ...played, result: 'missing' }) : itself(played);
    }
    case 'collect':
      return keys(waiting, world, of, ms);
    case 'record':
      return itself(
        { type: 'recorded', verb: of, result: 'recorded', ms, file: 'message.wav' },
        { type: 'recorded', verb: of, result: 'empty', ms: 0, file: '' },
        { type: 'recorded', verb: of, result: 'failed', ms: 0, file: '' },
      );
    case 'dial':
      return itself(
        { type: 'leg', verb: of, state: 'answered' },
        ...causes(block).map((cause): FarEvent => ({ type: 'leg', verb: of, state: 'ended', cause })),
      );
    case 'bridge':
      return itself({ type: 'unbridged' });
    case 'businessHours':
      return itself(
        ...verdicts(block, world).map((verdict): FarEvent => ({ type: 'hours', verb: of, verdict })),
      );
    case 'sendMessage':
      return itself(
        ...(['accepted', 'refused', 'failed'] as const).map(
          (result): FarEvent => ({ type: 'messaged', verb: of, result }),
        ),
      );
    case 'nextInstant':
      return instants(block, of, snapshot);
    case 'findScenario':
      return itself({ type: 'scenarioFound', verb: of, version: null });
    case 'httpRequest':
      return fetched(block, world, of, snapshot);
    case 'music':
      return due(snapshot, 'wait');
    default:
      return { list: [], all: true };
  }
}

/** True if a prompt that is not there leads somewhere of its own. */
function mayFail({ snapshot, block, chance }: Waiting): boolean {
  if (chance || snapshot.status === 'closing') return false;
  const handled = snapshot.handlers?.includes('promptFailed') && snapshot.handled?.promptFailed === undefined;
  return handled === true || ('next' in block && block.next['promptFailed'] !== undefined);
}

function keys(waiting: Waiting, world: World, verb: number, ms: number): Happenings {
  const { block, snapshot, chance } = waiting;
  const typed = (digits: string): FarEvent => ({ type: 'collected', verb, result: 'digits', digits });
  const input = (event: FarEvent): Happening => ({ event, ms, by: 'input' });
  if (chance && block.type === 'menu') {
    const list = Object.keys(block.keys).map(
      (key): Happening => ({ event: typed(key), ms: 0, by: 'itself' }),
    );
    return { list, all: true };
  }
  const silent: FarEvent = { type: 'collected', verb, result: 'noInput', digits: '' };
  const list: Happening[] = [{ event: silent, ms, by: 'itself' }];
  if (mayFail(waiting)) list.push({ event: { ...silent, result: 'missing' }, ms, by: 'itself' });
  if (block.type === 'menu') {
    const wrong = wrongKeyOf(block);
    const pressed = [...Object.keys(block.keys), ...(wrong === undefined ? [] : [wrong])];
    return { list: [...list, ...pressed.map((key) => input(typed(key)))], all: true };
  }
  if (block.type !== 'collect') return { list, all: true };
  if (snapshot.frames.at(-1)?.confirming !== undefined && block.confirm !== undefined) {
    const { yes, no } = block.confirm;
    const other = [...'0123456789'].find((key) => key !== yes && key !== no) ?? '0';
    return { list: [...list, ...[yes, no, other].map((key) => input(typed(key)))], all: true };
  }
  const { values, all } = inputsFor(block, world.matter.get(block.variable));
  const cancel = block.cancelKey === undefined ? [] : [block.cancelKey];
  list.push(...[...values, ...cancel].map((digits) => input(typed(digits))));
  // Too few keys, or what the validator refuses.
  if (block.min > 1 || block.validator !== 'any') list.push(input({ ...silent, result: 'invalid' }));
  return { list, all };
}

function wrongKeyOf({ keys: known }: BlockOf<'menu'>): string | undefined {
  return [...'0123456789*#'].find((key) => menuKeyOf(known, key) === undefined);
}

const causes = (block: Block): string[] => [
  ...['USER_BUSY', 'NO_ANSWER', 'CALL_REJECTED', 'UNALLOCATED_NUMBER'],
  ...(block.type === 'transfer' && block.mode === 'attended' ? ['DECLINED'] : []),
];

/** What a calendar can ever say; one of the company may be changed to say anything. */
function verdicts(block: Block, { calendars }: World): readonly Hours[] {
  const name = block.type === 'businessHours' ? block.calendar : '';
  const calendar = typeof name === 'string' && Object.hasOwn(calendars, name) ? calendars[name] : undefined;
  if (calendar === undefined) return ['open', 'closed', 'lunch', 'holiday'];
  const said = Object.values(calendar.weekly).flatMap((hours) =>
    stretchesOf({ rule: 'weekly', date: '2026-03-02', weekday: 'mon', hours }).map(({ verdict }) => verdict),
  );
  return [...new Set<Hours>([...said, ...(calendar.holidays.length > 0 ? (['holiday'] as const) : [])])];
}

function instants(block: Block, verb: number, { awaiting }: ScenarioSnapshot): Happenings {
  if (block.type !== 'waitUntil') return { list: [], all: true };
  const at = awaiting?.since ?? 0;
  const answer = (dueAt: number | null): Happening => ({
    event: { type: 'instant', verb, dueAt },
    ms: 0,
    by: 'itself',
  });
  return { list: [answer(null), answer(at), answer(at + block.maxMs)], all: true };
}

function due({ deadlines, awaiting }: ScenarioSnapshot, id: string): Happenings {
  const found = deadlines.find((deadline) => deadline.id === id);
  if (found === undefined) return { list: [], all: true };
  const ms = Math.max(0, found.dueAt - (awaiting?.since ?? found.dueAt));
  const event: FarEvent = { type: 'deadline', deadline: id, generation: found.generation };
  return { list: [{ event, ms, by: 'itself' }], all: true };
}

/** Answers to a request are combined only so far. */
const MAX_ANSWERS = 200;

function fetched(block: Block, world: World, verb: number, snapshot: ScenarioSnapshot): Happenings {
  if (block.type !== 'httpRequest') return { list: [], all: true };
  const ms = due(snapshot, 'http').list[0]?.ms ?? 0;
  const answer = (
    result: 'ok' | 'refused' | 'failed' | 'timeout',
    values: Record<string, Value>,
  ): Happening => ({
    event: { type: 'fetched', verb, result, values },
    ms,
    by: 'itself',
  });
  let combined: Record<string, Value>[] = [{}];
  let all = true;
  for (const name of [...new Set(block.take.map(({ variable }) => variable))]) {
    const tried = answersFor(world.matter.get(name));
    all &&= tried.all && combined.length * tried.values.length <= MAX_ANSWERS;
    combined = combined
      .flatMap((values) =>
        tried.values.map((value) => (value === undefined ? values : { ...values, [name]: value })),
      )
      .slice(0, MAX_ANSWERS);
  }
  const others = (['refused', 'failed', 'timeout'] as const).map((result) => answer(result, {}));
  return { list: [...combined.map((values) => answer('ok', values)), ...others], all };
}

/** What the scenario has handlers for whatever a call waits for. */
export function interventions(
  snapshot: ScenarioSnapshot,
  { parts, entryPart }: CompiledScenario,
): Happening[] {
  if (snapshot.status !== 'running') return [];
  const hangsUp = (cause: string): FarEvent => ({ type: 'hungUp', cause, by: 'caller' });
  const outside = (event: FarEvent): Happening => ({ event, ms: 0, by: 'outside' });
  const { onHungUp, handlers = {} } = parts[entryPart] ?? {};
  const list: Happening[] = [];
  if (onHungUp !== undefined) list.push(outside(hangsUp('NORMAL_CLEARING')));
  if (handlers.mediaTimeout !== undefined) list.push(outside(hangsUp('MEDIA_TIMEOUT')));
  if (handlers.operatorCommand !== undefined) list.push(outside({ type: 'commanded', command: 'handler' }));
  if (handlers.engineRestarted !== undefined) list.push(outside({ type: 'idle' }));
  return list;
}

/** `idle` counts only some time after the verb was issued. */
export const IDLE_AFTER_MS = 1_000;

/** The event with what a queue would add. */
export const asEvent = (event: FarEvent, id: string, at: number): CallEvent =>
  ({ ...event, id, at }) as CallEvent;
