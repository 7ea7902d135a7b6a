import type { RequestHandler } from 'express';
import {
  HttpHostListView,
  HttpHostParams,
  HttpHostView,
  NewHttpHost,
} from '../../contracts/api/http-hosts.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { HttpHostRow } from '../../db/repositories/http-hosts.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { actorOf } from '../http/identity.ts';
import { iso } from '../http/iso.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { render } from '../http/render.ts';
import type { Route } from '../http/route.ts';
import { seal } from '../session/seal.ts';
import { hostTokenOwner } from './host-token.ts';

type Parts = { repositories: Pick<Repositories, 'httpHosts'>; sealKey: Buffer };

/** Hosts that scenarios may ask: what is on no list is not asked (S10). */
export const httpHostRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/http-hosts',
    access: 'scenarios.read',
    describe: { summary: 'Hosts that scenarios may ask', answer: HttpHostListView },
    handler: listHosts(parts),
  },
  {
    method: 'post',
    path: '/api/v1/http-hosts',
    access: 'scenarios.publish',
    describe: { summary: 'Lets scenarios ask a host', body: NewHttpHost, answer: HttpHostView },
    handler: addHost(parts),
  },
  {
    method: 'delete',
    path: '/api/v1/http-hosts/:id',
    access: 'scenarios.publish',
    describe: { summary: 'Lets scenarios ask it no more, calls that run included', params: HttpHostParams },
    handler: removeHost(parts),
  },
];

const toView = ({ createdAt, ...row }: HttpHostRow): HttpHostView => ({ ...row, createdAt: iso(createdAt) });

const listHosts =
  ({ repositories }: Parts): RequestHandler =>
  async (request, response) => {
    const hosts = await repositories.httpHosts.list(actorOf(response));
    render(request, response, 'httpHostList', { hosts: hosts.map(toView) });
  };

const addHost =
  ({ repositories, sealKey }: Parts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { host, token } = NewHttpHost.parse(request.body);
    const sealed = token === null ? null : (id: string) => seal(sealKey, hostTokenOwner(id), token);
    const row = await repositories.httpHosts.add(actor, ownTenant(actor), host, sealed);
    render(request, response, 'httpHost', toView(row));
  };

const removeHost =
  ({ repositories }: Parts): RequestHandler =>
  async (request, response) => {
    const { id } = HttpHostParams.parse(request.params);
    if (!(await repositories.httpHosts.remove(actorOf(response), id)))
      throw new CallwrightError('request/not-found', 'no such host');
    response.status(204).end();
  };
