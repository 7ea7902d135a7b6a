import type { AnyStateMachine } from 'xstate';
import type { ScenarioPart } from '../../contracts/scenario/part.ts';
import { createMachineFor } from './machine.ts';

/** The parts that a call has loaded, with their statecharts; holds no state of the call. */
export type Program = {
  has(partId: string): boolean;
  add(part: ScenarioPart): void;
  part(partId: string): ScenarioPart | undefined;
  machine(partId: string): AnyStateMachine | undefined;
};

/** Makes a program from the parts at hand; a part's statechart is compiled when it is first entered. */
export function createProgram(parts: ScenarioPart[] = []): Program {
  const known = new Map<string, ScenarioPart>();
  const machines = new Map<string, AnyStateMachine>();
  for (const part of parts) known.set(part.id, part);
  return {
    has: (partId) => known.has(partId),
    add: (part) => {
      known.set(part.id, part);
      machines.delete(part.id);
    },
    part: (partId) => known.get(partId),
    machine: (partId) => {
      const cached = machines.get(partId);
      if (cached !== undefined) return cached;
      const part = known.get(partId);
      if (part === undefined) return undefined;
      const machine = createMachineFor(part);
      machines.set(partId, machine);
      return machine;
    },
  };
}
