import type { Hours } from '../../contracts/call/event.ts';
import type { CalendarAsked, Verb } from '../../contracts/call/verb.ts';
import type { ScenarioHash } from '../../contracts/ids.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import type { SimulatedAnswer } from '../../contracts/scenario/simulation.ts';
import { nextTimeOfDay } from '../calendar/next-instant.ts';
import { businessHoursVerdict } from '../calendar/verdict.ts';
import { decides, type FarEvent, farEvents, type SimulatedInput } from './far-end.ts';

/** What stands around a simulated call and is not the caller's doing. */
export type SimulationOptions = {
  /** What a calendar of the company or of a number says; absent: open. Calendars of the document speak for themselves. */
  verdict?: (calendar: CalendarAsked, atMs: number) => Hours;
  /** The next instant, ms, at which such a calendar is open; absent: found by asking it minute by minute for an hour. */
  nextOpening?: (calendar: CalendarAsked, atMs: number) => number | null;
  /** The version that another scenario of the company has published. */
  scenarioOf?: (id: string) => { hash: string; compiled: CompiledScenario } | undefined;
  /** When inputs are used up: `stop` at the next decision (default), or `goOn`: nobody does anything any more. */
  afterInputs?: 'stop' | 'goOn';
};

/** Inputs and answers that are still to come; `inputs` and `http` are taken from their front. */
export type Surroundings = {
  inputs: SimulatedInput[];
  http: SimulatedAnswer[];
  /** Every calendar says this. */
  hours: Hours | undefined;
  /** Calendars take inputs (`open`, `closed` …), as decisions do. */
  hoursAreInputs: boolean;
  options: SimulationOptions;
};

/** What comes of a verb: events, nothing (`[]`), or `waits`: an input has to decide and there is none. */
export type Coming = FarEvent[] | 'waits';

const HANGS_UP: FarEvent = { type: 'hungUp', cause: 'NORMAL_CLEARING', by: 'caller' };
const MEDIA_LOST: FarEvent = { type: 'mediaLost', reason: 'channel-gone' };
const COMMANDED: FarEvent = { type: 'commanded', command: 'handler' };

/** What comes of a verb at `atMs`. A command leaves the verb open: who has no handler for it goes on. */
export function comingOf(
  around: Surroundings,
  verb: Verb,
  atMs: number,
  scenario: CompiledScenario,
): { events: Coming; open?: true } {
  const asked = answerOfOurs(around, verb, atMs, scenario);
  if (asked !== undefined) return { events: asked };
  const [next] = around.inputs;
  const decision = decides(verb);
  if (decision && next === undefined && around.options.afterInputs !== 'goOn') return { events: 'waits' };
  if (next === undefined || !(decision || interrupts(verb, next)))
    return { events: farEvents(verb, undefined) };
  const usual = farEvents(verb, next);
  if (usual.length === 0) return { events: usual };
  around.inputs.shift();
  if (next === 'mediaLost') return { events: [MEDIA_LOST] };
  if (next === 'command') return { events: [COMMANDED], open: true };
  return { events: next === 'hangup' || next === 'hangupNow' ? [HANGS_UP] : usual };
}

/** What need not wait for a decision. */
function interrupts(verb: Verb, input: SimulatedInput): boolean {
  if (input === 'hangupNow') return true;
  if (input === 'missing') return verb.kind === 'play' || verb.kind === 'collect';
  return input === 'mediaLost' && verb.kind === 'play';
}

function answerOfOurs(
  around: Surroundings,
  verb: Verb,
  atMs: number,
  scenario: CompiledScenario,
): Coming | undefined {
  switch (verb.kind) {
    case 'businessHours':
      if (around.hoursAreInputs) return undefined;
      return [{ type: 'hours', verb: verb.verb, verdict: verdictOf(around, verb.calendar, atMs, scenario) }];
    case 'nextInstant':
      return [{ type: 'instant', verb: verb.verb, dueAt: dueAt(around, verb.until, atMs, scenario) }];
    case 'findScenario': {
      const found = around.options.scenarioOf?.(verb.scenario);
      const version =
        found === undefined
          ? null
          : { hash: found.hash as ScenarioHash, entryPart: found.compiled.entryPart };
      return [{ type: 'scenarioFound', verb: verb.verb, version }];
    }
    case 'httpRequest': {
      const answer = around.http.shift();
      if (answer === undefined && around.options.afterInputs !== 'goOn') return 'waits';
      const { result = 'ok', status = 200, values = {} } = answer ?? {};
      return [{ type: 'fetched', verb: verb.verb, result, status, values }];
    }
    default:
      return undefined;
  }
}

function verdictOf(
  { hours, options }: Surroundings,
  calendar: CalendarAsked,
  atMs: number,
  scenario: CompiledScenario,
): Hours {
  if (hours !== undefined) return hours;
  const own =
    typeof calendar === 'string' && Object.hasOwn(scenario.calendars, calendar)
      ? scenario.calendars[calendar]
      : undefined;
  return own === undefined ? (options.verdict?.(calendar, atMs) ?? 'open') : businessHoursVerdict(own, atMs);
}

const MINUTE = 60_000;

function dueAt(
  around: Surroundings,
  until: Extract<Verb, { kind: 'nextInstant' }>['until'],
  atMs: number,
  scenario: CompiledScenario,
): number | null {
  if ('time' in until) return nextTimeOfDay(until.time, 'Asia/Seoul', atMs);
  const { nextOpening } = around.options;
  if (nextOpening !== undefined && around.hours === undefined && typeof until.opens !== 'string') {
    return nextOpening(until.opens, atMs);
  }
  const opens = (at: number): boolean => verdictOf(around, until.opens, at, scenario) === 'open';
  if (opens(atMs)) return atMs;
  // Hours change on whole minutes, and no block waits for longer than half an hour.
  const first = Math.floor(atMs / MINUTE) * MINUTE + MINUTE;
  for (let at = first; at <= atMs + 60 * MINUTE; at += MINUTE) if (opens(at)) return at;
  return null;
}
