import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Actor } from '../../contracts/api/actor.ts';
import { NewTestCall, TestCallParams, type TestCallView, TrunkParams } from '../../contracts/api/trunks.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { DialDigits, NodeName, TenantId } from '../../contracts/ids.ts';
import { maskNumber } from '../../contracts/masking.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import type { TrunkTest } from '../../db/repositories/trunk-tests.ts';
import type { Trunk } from '../../db/repositories/trunks.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import { apiItself } from '../session/account-parts.ts';
import { causeWords } from './cause-words.ts';
import type { TestCallPort } from './test-call-port.ts';

type Parts = {
  repositories: Pick<Repositories, 'trunks' | 'trunkStatus' | 'trunkTests' | 'numbers'>;
  testCalls?: TestCallPort | undefined;
};

const ownTenant = (actor: Actor): TenantId => (actor.kind === 'system' ? DEMO_TENANT : actor.tenant);

/** `POST /trunks/:name/test-call`: plans the call, then has the workflow place it (design §5). */
export const startTestCall =
  ({ repositories, testCalls }: Parts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { name } = TrunkParams.parse(request.params);
    const { to } = NewTestCall.parse(request.body);
    const trunk = (await repositories.trunks.all(actor)).find((one) => one.name === name);
    if (trunk === undefined) throw new CallwrightError('request/not-found', 'no such trunk');
    if (testCalls?.mayDial(to) !== true)
      throw new CallwrightError('dial/not-allowed', 'this number is outside those that may be dialled');
    const tenant = ownTenant(actor);
    const callerNumber = await numberToShow(repositories.numbers, trunk, tenant);
    const node = await nodeFor(repositories.trunkStatus, trunk, testCalls.nodes);
    const id = randomUUID();
    await repositories.trunkTests.begin(
      actor,
      { id, tenant, trunk: name, target: to, callerNumber },
      maskNumber(to),
    );
    try {
      await testCalls.start({ id, tenant, node, trunk: name, to, callerNumber });
    } catch (error) {
      // Unless it was started all the same, nobody is called, and the next try need not wait for this one.
      await repositories.trunkTests.abandon(apiItself, id);
      throw error;
    }
    render(request, response, 'testCallStarted', { id });
  };

/** A number of the company that the trunk lets it show. */
async function numberToShow(
  numbers: Pick<Repositories['numbers'], 'all'>,
  { callerNumbers, callerNumbersLimited }: Trunk,
  tenant: TenantId,
): Promise<DialDigits> {
  const own = (await numbers.all(apiItself)).filter((number) => number.tenant === tenant && number.enabled);
  const shown = own.find(({ digits }) => !callerNumbersLimited || callerNumbers.includes(digits));
  if (shown === undefined)
    throw new CallwrightError('request/conflict', 'the company has no number that this trunk may show');
  return shown.digits;
}

/** A switch that says that the trunk is up there, else the first one: trying is what a test is for. */
async function nodeFor(
  status: Pick<Repositories['trunkStatus'], 'all'>,
  { name }: Trunk,
  nodes: readonly NodeName[],
): Promise<NodeName> {
  const told = await status.all(apiItself);
  const up = nodes.find((node) =>
    told.some((one) => one.node === node && one.trunk === name && one.state === 'up'),
  );
  const node = up ?? nodes[0];
  if (node === undefined) throw new CallwrightError('switch/not-sent', 'no switch is configured');
  return node;
}

/** `GET /trunks/test-calls/:id`: how far it has come. */
export const getTestCall =
  ({ repositories }: Parts): RequestHandler =>
  async (request, response) => {
    const { id } = TestCallParams.parse(request.params);
    const test = await repositories.trunkTests.get(actorOf(response), id);
    if (test === undefined) throw new CallwrightError('request/not-found', 'no such test call');
    render(request, response, 'testCall', toView(test));
  };

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const toView = (test: TrunkTest): TestCallView => ({
  id: test.id,
  trunk: test.trunk,
  toMasked: maskNumber(test.target),
  callerNumber: test.callerNumber,
  state: test.state,
  cause: test.cause,
  causeWords: causeWords(test.cause),
  createdAt: new Date(test.createdAt).toISOString(),
  ringingAt: iso(test.ringingAt),
  answeredAt: iso(test.answeredAt),
  endedAt: iso(test.endedAt),
});
