import type { AnyStateMachine } from 'xstate';
import type { ScenarioPart } from '../../contracts/scenario/part.ts';
import { createMachineFor } from './machine.ts';

/** The parts that a call has loaded, with their statecharts; holds no state of the call. */
export type Program = {
  has(partId: string): boolean;
  add(part: ScenarioPart): void;
  part(partId: string): ScenarioPart | undefined;
  machine(partId: string): AnyStateMachine | undefined;
  /** The program of another version, to which the call went over; without a hash the one that the call began with. */
  version(hash?: string): Program;
};

type Compiled = { readonly part: ScenarioPart; machine?: AnyStateMachine };

/**
 * Parts of published versions, compiled, for all calls of a workflow thread: this module is preloaded there (see
 * workers/temporal/bundle.ts), so a version is compiled once a thread, not once a call. Nothing of a call is in it:
 * the key names the content, a statechart is never changed by running it, and every call still brings its parts in its
 * own history, so a replay on another worker needs nothing from here. A part of 30 blocks costs about 100 KB.
 */
const published = new Map<string, Compiled>();
const KEPT_PUBLISHED = 300;

/**
 * Makes a program from the parts at hand. `version` is the hash of a published scenario version, whose parts are
 * compiled once for all of its calls; without it each part is compiled when it is first entered.
 */
export function createProgram(parts: ScenarioPart[] = [], version?: string): Program {
  const others = new Map<string, Program>();
  const own = partsOf(version, (hash) => {
    if (hash === undefined || hash === version) return own;
    const known = others.get(hash);
    if (known !== undefined) return known;
    const made = partsOf(hash, (wanted) => own.version(wanted));
    others.set(hash, made);
    return made;
  });
  for (const part of parts) own.add(part);
  return own;
}

function partsOf(version: string | undefined, versionOf: Program['version']): Program {
  const known = new Map<string, Compiled>();
  return {
    has: (partId) => known.has(partId),
    add: (part) => {
      known.set(part.id, version === undefined ? { part } : shared(`${version}/${part.id}`, part));
    },
    part: (partId) => known.get(partId)?.part,
    machine: (partId) => {
      const compiled = known.get(partId);
      if (compiled === undefined) return undefined;
      compiled.machine ??= createMachineFor(compiled.part);
      return compiled.machine;
    },
    version: versionOf,
  };
}

function shared(key: string, part: ScenarioPart): Compiled {
  const kept = published.get(key);
  if (kept !== undefined) return kept;
  const compiled = { part };
  published.set(key, compiled);
  const oldest = published.keys().next().value;
  if (published.size > KEPT_PUBLISHED && oldest !== undefined) published.delete(oldest);
  return compiled;
}
