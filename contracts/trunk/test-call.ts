import type { DialDigits, NodeName, TenantId } from '../ids.ts';

/** Name of the workflow that places a test call; apart from schemas, as the names of calls. */
export const TRUNK_TEST_WORKFLOW = 'trunkTest';

/** `trunk-test/<id>`: the id is the row's, and holds no number. */
export const trunkTestWorkflowId = (id: string): string => `trunk-test/${id}`;

/** What a test call begins with. Encrypted by the payload codec, since it holds numbers. */
export type TrunkTestInput = {
  id: string;
  tenant: TenantId;
  node: NodeName;
  trunk: string;
  to: DialDigits;
  /** Shown to who is called; one of the company's own. */
  callerNumber: DialDigits;
};

/** How a test call ended, in FreeSWITCH's words. */
export type TrunkTestResult = { answered: boolean; cause: string };
