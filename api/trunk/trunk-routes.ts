import type { RequestHandler } from 'express';
import {
  NewTestCall,
  TestCallParams,
  TestCallStarted,
  TestCallView,
  TrunkChange,
  TrunkListView,
  TrunkParams,
  TrunkView,
} from '../../contracts/api/trunks.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import type { Route } from '../http/route.ts';
import type { TestCallPort } from './test-call-port.ts';
import { getTestCall, startTestCall } from './test-calls.ts';
import { toTrunkView } from './trunk-view.ts';

type Parts = {
  repositories: Pick<Repositories, 'trunks' | 'trunkStatus' | 'trunkTests' | 'numbers'>;
  testCalls?: TestCallPort | undefined;
};

/** Ways out to the telephone network: state, caps, test calls. */
export const trunkRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/trunks',
    access: 'trunks.read',
    describe: { summary: 'Trunks with state and caps', answer: TrunkListView },
    handler: listTrunks(parts),
  },
  {
    method: 'patch',
    path: '/api/v1/trunks/:name',
    access: 'trunks.manage',
    describe: {
      summary: 'Changes caps, from the next dial on',
      params: TrunkParams,
      body: TrunkChange,
      answer: TrunkView,
    },
    handler: changeTrunk(parts),
  },
  {
    method: 'get',
    path: '/api/v1/trunks/test-calls/:id',
    access: 'trunks.test',
    describe: { summary: 'How far a test call has come', params: TestCallParams, answer: TestCallView },
    handler: getTestCall(parts),
  },
  {
    method: 'post',
    path: '/api/v1/trunks/:name/test-call',
    access: 'trunks.test',
    describe: {
      summary: 'Calls a number by this trunk, plays a prompt and hangs up',
      params: TrunkParams,
      body: NewTestCall,
      answer: TestCallStarted,
    },
    handler: startTestCall(parts),
  },
];

const listTrunks =
  ({ repositories }: Parts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const [trunks, reported] = await Promise.all([
      repositories.trunks.all(actor),
      repositories.trunkStatus.all(actor),
    ]);
    const view: TrunkListView = { trunks: trunks.map((trunk) => toTrunkView(trunk, reported)) };
    render(request, response, 'trunkList', view);
  };

const changeTrunk =
  ({ repositories }: Parts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { name } = TrunkParams.parse(request.params);
    const { updatedAt, enabled, maxCalls, callsPerSecond, callerNumbers } = TrunkChange.parse(request.body);
    const change = {
      ...(enabled === undefined ? {} : { enabled }),
      ...(maxCalls === undefined ? {} : { maxCalls }),
      ...(callsPerSecond === undefined ? {} : { callsPerSecond }),
      ...(callerNumbers === undefined ? {} : { callerNumbers }),
    };
    await repositories.trunks.change(actor, name, change, updatedAt);
    const trunk = (await repositories.trunks.all(actor)).find((one) => one.name === name);
    if (trunk === undefined) throw new CallwrightError('request/not-found', 'no such trunk');
    render(request, response, 'trunk', toTrunkView(trunk, await repositories.trunkStatus.all(actor)));
  };
