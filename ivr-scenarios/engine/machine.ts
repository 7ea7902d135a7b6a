import { type AnyStateMachine, assign, createMachine } from 'xstate';
import type { Block, BlockOf } from '../../contracts/scenario/block.ts';
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

/** Actions are data only: `enter:<block>` and `left:<outcome>`; the interpreter turns them into verbs and records. */
export const ENTER = 'enter:';
export const LEFT = 'left:';

type StateConfig = Record<string, unknown>;

const countTry = assign(
  ({ context, event }: { context: PartContext; event: { type: string; cause?: RetryCause } }) => ({
    tries: context.tries + 1,
    cause: event.cause ?? 'first',
  }),
);
const resetTries = assign({ tries: 0, cause: 'first' as const });

/**
 * Compiles one part into a statechart with one flat state per block: outcomes are its events, conditions are guards and
 * assignments on eventless transitions. Wires to blocks that do not exist are left out (the linter reports them).
 */
export function createMachineFor(part: ScenarioPart): AnyStateMachine {
  const states: Record<string, StateConfig> = {};
  for (const [id, block] of Object.entries(part.blocks)) states[id] = stateOf(part, id, block);
  const config = {
    initial: part.entry,
    context: ({ input }: { input: Record<string, Value> }): PartContext => ({
      variables: input,
      tries: 0,
      cause: 'first',
    }),
    states,
    options: { maxIterations: CALL_LIMITS.iterations },
    ...(part.onHungUp !== undefined && exists(part, part.onHungUp)
      ? { on: { [HUNG_UP]: `.${part.onHungUp}` } }
      : {}),
  };
  return createMachine(config as unknown as Parameters<typeof createMachine>[0]) as AnyStateMachine;
}

function stateOf(part: ScenarioPart, id: string, block: Block): StateConfig {
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
    case 'menu':
    case 'collect':
      return { entry, on: retried(wires(part, id, block.next, resetTries), id) };
    default:
      return { entry, on: wires(part, id, block.next) };
  }
}

function retried(on: StateConfig, id: string): StateConfig {
  on[AGAIN] = { target: id, reenter: true, actions: countTry };
  return on;
}

function wires(part: ScenarioPart, id: string, next: Record<string, string>, actions?: unknown): StateConfig {
  const on: StateConfig = {};
  for (const [outcome, target] of Object.entries(next)) {
    if (!exists(part, target)) continue;
    // A block wired to itself is entered anew; a bare target would stay inside it.
    if (target === id) on[outcome] = { target, reenter: true, ...(actions === undefined ? {} : { actions }) };
    else on[outcome] = actions === undefined ? target : { target, actions };
  }
  return on;
}

function passing(part: ScenarioPart, target: string | undefined, outcome: string, first?: unknown): object[] {
  if (target === undefined || !exists(part, target)) return [];
  const left = `${LEFT}${outcome}`;
  return [{ target, reenter: true, actions: first === undefined ? left : [first, left] }];
}

function branches(part: ScenarioPart, block: BlockOf<'condition'>): unknown[] {
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
