import type { TechnicalEntry } from '../../contracts/api/call-technical.ts';
import type { CallEvent } from '../../contracts/call/event.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { CallHistoryEntry } from './call-history.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** Events, verbs and what the engine did, in the order of their instants. */
export function technicalEntries(
  history: readonly CallHistoryEntry[],
  steps: readonly StepRecord[],
): TechnicalEntry[] {
  const entries = [...steps.flatMap(verbOf), ...history.map((entry) => toEntry(entry, steps))];
  return entries.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function verbOf({ verb, verbKind, block, prompts, enteredAt }: StepRecord): TechnicalEntry[] {
  if (verb === undefined || verbKind === undefined) return [];
  const detail = { block, ...(prompts === undefined ? {} : { prompts: prompts.join(' ') }) };
  return [{ at: iso(enteredAt), kind: 'verb', name: verbKind, verb, detail }];
}

function toEntry(entry: CallHistoryEntry, steps: readonly StepRecord[]): TechnicalEntry {
  const at = iso(entry.at);
  switch (entry.kind) {
    case 'event': {
      const { event } = entry;
      const verb = 'verb' in event ? event.verb : null;
      return { at: iso(event.at), kind: 'event', name: event.type, verb, detail: detailOf(event, steps) };
    }
    case 'activity':
      return { at, kind: 'activity', name: entry.name, verb: null, detail: { state: entry.state } };
    case 'timer':
    case 'workflow':
      return { at, kind: entry.kind, name: entry.name, verb: null, detail: {} };
  }
}

function detailOf(event: CallEvent, steps: readonly StepRecord[]): TechnicalEntry['detail'] {
  switch (event.type) {
    case 'arrived':
      return { id: event.id, adopted: event.adopted };
    case 'played':
    case 'messaged':
      return { id: event.id, result: event.result };
    case 'collected':
      return { id: event.id, result: event.result, digits: shownDigits(event.verb, event.digits, steps) };
    case 'recorded':
      return { id: event.id, result: event.result, ms: event.ms, file: event.file.split('/').at(-1) ?? '' };
    case 'leg':
      return {
        id: event.id,
        state: event.state,
        ...(event.cause === undefined ? {} : { cause: event.cause }),
      };
    case 'hungUp':
      return { id: event.id, cause: event.cause, by: event.by };
    case 'instant':
      return { id: event.id, dueAt: event.dueAt === null ? '' : iso(event.dueAt) };
    case 'scenarioFound':
      return { id: event.id, version: event.version?.hash ?? '' };
    // Values may be what a company knows of its caller: shown is how it went, never what it said.
    case 'fetched':
      return {
        id: event.id,
        result: event.result,
        ...(event.status === undefined ? {} : { status: event.status }),
      };
    case 'commanded':
      return { id: event.id, command: event.command };
    case 'hours':
      return { id: event.id, verdict: event.verdict };
    case 'deadline':
      return { id: event.id, deadline: event.deadline };
    case 'mediaLost':
      return { id: event.id, reason: event.reason };
    case 'bridged':
    case 'unbridged':
    case 'idle':
      return { id: event.id };
  }
}

/**
 * Digits are shown only where the story shows the same ones for that verb: whatever the story hides (`***`), or does
 * not hold (a PIN of which a part was typed), stays hidden here too.
 */
function shownDigits(verb: number, digits: string, steps: readonly StepRecord[]): string {
  if (digits === '') return '';
  const owner = steps
    .filter((step) => step.verb !== undefined && step.verb <= verb)
    .toSorted((a, b) => (b.verb ?? 0) - (a.verb ?? 0))[0];
  return owner?.digits === digits ? digits : '***';
}
