import type { CallInput } from '../../../contracts/call/workflow.ts';
import { CallId, CoreUuid, NodeName, ScenarioHash, TenantId } from '../../../contracts/ids.ts';
import { START_AT } from './sandbox.ts';

export const CALL = CallId.parse('6b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d');
export const CORE = CoreUuid.parse('0f7a2f4e-1111-4222-8333-444455556666');
export const NODE = NodeName.parse('node-a');
export const TENANT = TenantId.parse('2b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d');

/** What the workflow of the one caller of these tests begins with. */
export const INPUT: CallInput = {
  call: CALL,
  node: NODE,
  core: CORE,
  tenant: TENANT,
  scenario: ScenarioHash.parse('a'.repeat(64)),
  called: '15880000',
  caller: '07012345678',
  arrivedAt: START_AT,
};
