import type { Repositories } from '../../db/repositories/index.ts';
import type { CallHistory } from './call-history.ts';
import type { CallCommander } from './command-call.ts';

/** What the routes of calls work with. */
export type CallParts = {
  readonly repositories: Pick<
    Repositories,
    'calls' | 'callSteps' | 'dialAttempts' | 'callScenarios' | 'auditLog'
  >;
  /** Reads a call's workflow; absent in tools that only need the route table. */
  readonly callHistory?: CallHistory;
  /** Tells a running call something; absent where {@link callHistory} is. */
  readonly callCommander?: CallCommander;
  /** Folder of the messages that callers left, as this machine sees it. */
  readonly recordingsDir?: string;
};
