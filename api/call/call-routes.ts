import { CallDetailView, CallListQuery, CallListView, CallParams } from '../../contracts/api/calls.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { Route } from '../http/route.ts';
import { getCall } from './get-call.ts';
import { listCalls } from './list-calls.ts';

/** Call records. */
export const callRoutes = (
  db: Pick<Repositories, 'calls' | 'callSteps' | 'dialAttempts'>,
): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/calls',
    access: 'calls.read',
    describe: { summary: 'Call records, newest first', query: CallListQuery, answer: CallListView },
    handler: listCalls(db.calls),
  },
  {
    method: 'get',
    path: '/api/v1/calls/:id',
    access: 'calls.read',
    describe: {
      summary: 'One call with its steps and dial attempts',
      params: CallParams,
      answer: CallDetailView,
    },
    handler: getCall(db),
  },
];
