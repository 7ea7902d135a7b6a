import type { RequestHandler } from 'express';
import { CallListQuery, type CallListView } from '../../contracts/api/calls.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import type { CallParts } from './call-parts.ts';
import { toCallView } from './call-view.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { conditionsOf } from './list-filter.ts';

/** `GET /api/v1/calls`: call records, newest first (CTI-01 a, b). */
export const listCalls = ({ repositories }: CallParts): RequestHandler => {
  const { calls, callScenarios } = repositories;
  return async (request, response) => {
    const actor = actorOf(response);
    const { cursor, limit, ...filters } = CallListQuery.parse(request.query);
    const conditions = conditionsOf(filters);
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const [page, total] = await Promise.all([
      calls.list(actor, { ...conditions, limit, cursor: after }),
      calls.total(actor, conditions),
    ]);
    const hashes = page.calls.flatMap(({ scenario }) => scenario ?? []);
    const names = await callScenarios.names(actor, hashes);
    const view: CallListView = {
      calls: page.calls.map((row) => toCallView(row, names)),
      total,
      next: page.next === null ? null : writeCursor(page.next),
    };
    render(request, response, 'callList', view);
  };
};
