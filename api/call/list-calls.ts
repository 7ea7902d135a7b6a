import type { RequestHandler } from 'express';
import { CallListQuery, type CallListView } from '../../contracts/api/calls.ts';
import type { Calls } from '../../db/repositories/calls.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import { toCallView } from './call-view.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** `GET /api/v1/calls`: call records, newest first (CTI-01 a, b). */
export const listCalls = (calls: Pick<Calls, 'list'>): RequestHandler => {
  return async (request, response) => {
    const { cursor, ...filter } = CallListQuery.parse(request.query);
    const page = await calls.list(actorOf(response), {
      ...filter,
      cursor: cursor === undefined ? undefined : readCursor(cursor),
    });
    const view: CallListView = {
      calls: page.calls.map(toCallView),
      next: page.next === null ? null : writeCursor(page.next),
    };
    render(request, response, 'callList', view);
  };
};
