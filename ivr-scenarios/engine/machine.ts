import { type AnyStateMachine, assign, createMachine } from 'xstate';
import type { Block, BlockOf } from '../../contracts/scenario/block.ts';
import type { HandlerName } from '../../contracts/scenario/document.ts';
import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import type { ScenarioPart } from '../../contracts/scenario/part.ts';
import type { Value } from '../../contracts/scenario/value.ts';
import { assigned } from '../logic/assign.ts';
import { holds } from '../logic/compare.ts';
import type { RetryCause } from './snapshot.ts';

/** JSON context of a part's statechart. */
export type PartContext = { variables: Record<string, Value>; tries: number; cause: RetryCause };

/** Events of the engine; the `@` keeps them apart from outcome names. */
export const AGAIN = '@again';
export const HUNG_UP = '@hungUp';
/** Event that takes a call to a handler of its document. */
export const handlerEvent = (handler: HandlerName): string => `@${handler}`;

/** Actions are data only: `enter:<block>` and `left:<outcome>`; the interpreter turns them into verbs and records. */
export const ENTER = 'enter:';
export const LEFT = 'left:';

type AgainEvent = { type: string; cause?: RetryCause };

const countTry = assign(({ context, event }: { context: PartContext; event: AgainEvent }) => ({
  tries: context.tries + 1,
  cause: event.cause ?? 'first',
}));

/**
 * Compiles one part into a statechart with one flat state per block: outcomes are its events, conditions are guards and
 * assignments on eventless transitions. A state costs a call about 1.5 KB of heap, most of it transitions, so the wires
 * of the part are used as they are and asking again is one transition of the root. Wires to blocks that do not exist
 * are left out (the linter reports them).
 */
export function createMachineFor(part: ScenarioPart): AnyStateMachine {
  const states: Record<string, object> = {};
  for (const [id, block] of Object.entries(part.blocks)) states[id] = stateOf(part, id, block);
  const config = {
    initial: part.entry,
    context: ({ input }: { input: Record<string, Value> }): PartContext => ({
      variables: input,
      tries: 0,
      cause: 'first',
    }),
    states,
    on: {
      [AGAIN]: { actions: countTry },
      ...jumps(part),
    },
    options: { maxIterations: CALL_LIMITS.iterations },
  };
  return createMachine(config as unknown as Parameters<typeof createMachine>[0]) as AnyStateMachine;
}

/** From wherever the call is: the hang-up handler and the others. */
function jumps(part: ScenarioPart): Record<string, string> {
  const on: Record<string, string> = {};
  if (part.onHungUp !== undefined && exists(part, part.onHungUp)) on[HUNG_UP] = `.${part.onHungUp}`;
  for (const [handler, block] of Object.entries(part.handlers ?? {})) {
    if (exists(part, block)) on[handlerEvent(handler as HandlerName)] = `.${block}`;
  }
  return on;
}

function stateOf(part: ScenarioPart, id: string, block: Block): object {
  const entry = `${ENTER}${id}`;
  switch (block.type) {
    case 'hangup':
    case 'return':
      return { entry };
    case 'answer':
      return { entry, always: passing(part, block.next.done, 'done') };
    case 'set':
      return { entry, always: passing(part, block.next.done, 'done', assigning(block)) };
    case 'condition':
      return { entry, always: branches(part, block) };
    default:
      return { entry, on: wires(part, id, block.next) };
  }
}

function wires(part: ScenarioPart, id: string, next: Record<string, string>): object {
  const plain = Object.values(next).every((target) => target !== id && exists(part, target));
  if (plain) return next;
  const on: Record<string, unknown> = {};
  for (const [outcome, target] of Object.entries(next)) {
    // A block wired to itself is entered anew; a bare target would stay inside it.
    if (exists(part, target)) on[outcome] = target === id ? { target, reenter: true } : target;
  }
  return on;
}

function passing(part: ScenarioPart, target: string | undefined, outcome: string, first?: unknown): object[] {
  if (target === undefined || !exists(part, target)) return [];
  const left = `${LEFT}${outcome}`;
  return [{ target, reenter: true, actions: first === undefined ? left : [first, left] }];
}

function branches(part: ScenarioPart, block: BlockOf<'condition'>): object[] {
  const yes = passing(part, block.next.yes, 'yes')[0];
  const guard = ({ context }: { context: PartContext }): boolean => holds(block.when, context.variables);
  const otherwise = passing(part, block.next.no, 'no');
  return yes === undefined ? otherwise : [{ ...yes, guard }, ...otherwise];
}

function assigning(block: BlockOf<'set'>): unknown {
  return assign(({ context }: { context: PartContext }) => ({
    variables: assigned(context.variables, block.assign),
  }));
}

function exists(part: ScenarioPart, block: string): boolean {
  return Object.hasOwn(part.blocks, block);
}
