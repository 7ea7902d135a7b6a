import type { DialDigits, NodeName } from '../../contracts/ids.ts';
import type { TrunkTestInput } from '../../contracts/trunk/test-call.ts';

/** What a test call needs of the rooms that the api does not know. */
export type TestCallPort = {
  /** False for a number outside the dial allow-list; nothing else is ever dialled. */
  mayDial(to: DialDigits): boolean;
  /** The nodes of this installation. */
  readonly nodes: readonly NodeName[];
  /** Starts the workflow; resolves when Temporal has it, rejects with `temporal/unavailable`. */
  start(input: TrunkTestInput): Promise<void>;
};
