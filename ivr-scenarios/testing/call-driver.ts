import type { CallEvent } from '../../contracts/call/event.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { Verb } from '../../contracts/call/verb.ts';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import { createProgram } from '../engine/program.ts';
import type { StepResult } from '../engine/result.ts';
import { start } from '../engine/start.ts';
import { step } from '../engine/step.ts';
import { compiledDraft } from './catalog.ts';

/** An event of a test: id and instant are filled in, and the verb is the one that is awaited unless given. */
export type TestEvent = CallEvent extends infer E
  ? E extends CallEvent
    ? Omit<E, 'id' | 'at' | 'verb'> & { verb?: number; id?: string; at?: number }
    : never
  : never;

export type CallDriver = {
  /** Takes an event, one second later than the one before unless it says when. */
  take(event: TestEvent): StepResult;
  /** Lets a deadline of the call come, at its instant. */
  pass(deadline: string): StepResult;
  now(): number;
  last(): StepResult;
  verbs: Verb[];
  kinds(): string[];
  steps(): StepRecord[];
};

/** Starts a call on a draft with all its parts loaded, for tests that look at single steps. */
export function driveCall(draft: ScenarioDraft, at = 1_000_000, catalog?: PromptCatalog): CallDriver {
  const compiled = compiledDraft(draft, catalog);
  const program = createProgram(Object.values(compiled.parts));
  const call = { called: '15880000', caller: '07012345678' };
  let now = at;
  let count = 0;
  let result = start(program, { entryPart: compiled.entryPart, at, call });
  const verbs = [...result.verbs];
  const records = new Map(result.steps.map((record) => [record.seq, record]));
  const take = (event: TestEvent): StepResult => {
    now = event.at ?? now + 1_000;
    count += 1;
    const verb = event.verb ?? result.snapshot.awaiting?.verb ?? 1;
    const full = { id: `t:${count}`, ...event, at: now, verb } as CallEvent;
    result = step(program, result.snapshot, full);
    verbs.push(...result.verbs);
    for (const record of result.steps) records.set(record.seq, record);
    return result;
  };
  return {
    take,
    pass: (deadline) => {
      const due = result.deadlines.find(({ id }) => id === deadline);
      const { generation = -1, dueAt = now } = due ?? {};
      return take({ type: 'deadline', deadline, generation, at: dueAt });
    },
    now: () => now,
    last: () => result,
    verbs,
    kinds: () => verbs.map((verb) => verb.kind),
    steps: () => [...records.values()].sort((left, right) => left.seq - right.seq),
  };
}
