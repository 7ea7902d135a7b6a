import type { CallId, NodeName } from '../../contracts/ids.ts';

export type TrunkTestActivities = {
  /** False when the plan was given up before anybody dialled. */
  startTrunkTest(request: { id: string }): Promise<boolean>;
  /** Plays the test prompt on an answered leg, once, and hangs up behind it. */
  greetTrunkTest(request: {
    leg: CallId;
    node: NodeName;
  }): Promise<{ status: 'issued' | 'repeated' | 'no-channel' }>;
  /** Keeps what became of the call, for whoever watches it. */
  noteTrunkTest(request: {
    id: string;
    state: 'ringing' | 'answered' | 'ended';
    cause?: string;
  }): Promise<void>;
};
