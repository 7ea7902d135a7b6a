import { randomUUID } from 'node:crypto';
import { systemActor } from '../../contracts/api/actor.ts';
import { CallId, CoreUuid, DialDigits, NodeName, ScenarioHash, TenantId } from '../../contracts/ids.ts';
import type { NewCall } from '../repositories/calls.ts';
import { DEMO_TENANT } from '../repositories/tenants.ts';

/** Values that tests of several files start from. */
export const system = systemActor('test');
export const newCallId = (): CallId => CallId.parse(randomUUID());
export const newTenantId = (): TenantId => TenantId.parse(randomUUID());
export const digits = (text: string): DialDigits => DialDigits.parse(text);
export const nodeA: NodeName = NodeName.parse('a');
export const coreA: CoreUuid = CoreUuid.parse('0c0a5e00-0000-4000-8000-00000000000a');
export const hashOf = (letter: string): ScenarioHash => ScenarioHash.parse(letter.repeat(64));

/** A fresh inbound call of the demo tenant, with what a test wants different. */
export const sampleCall = (different: Partial<NewCall> = {}): NewCall => ({
  call: newCallId(),
  tenant: DEMO_TENANT,
  node: nodeA,
  coreUuid: coreA,
  direction: 'inbound',
  called: '15880000',
  caller: '07012345678',
  arrivedAt: 1_790_000_000_000,
  ...different,
});
