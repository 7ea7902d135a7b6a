import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { TenantListView, TenantName, TenantParams, TenantView } from '../../contracts/api/tenants.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { TenantId } from '../../contracts/ids.ts';
import type { Tenants } from '../../db/repositories/tenants.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import type { Route } from '../http/route.ts';

/** Customer companies; for platform administrators. */
export const tenantRoutes = (tenants: Tenants): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/tenants',
    access: 'tenants.manage',
    describe: { summary: 'Companies, by name', answer: TenantListView },
    handler: listTenants(tenants),
  },
  {
    method: 'post',
    path: '/api/v1/tenants',
    access: 'tenants.manage',
    describe: { summary: 'Makes a company', body: TenantName, answer: TenantView },
    handler: createTenant(tenants),
  },
  {
    method: 'patch',
    path: '/api/v1/tenants/:id',
    access: 'tenants.manage',
    describe: { summary: 'Renames a company', params: TenantParams, body: TenantName, answer: TenantView },
    handler: renameTenant(tenants),
  },
];

const listTenants =
  (tenants: Tenants): RequestHandler =>
  async (request, response) => {
    const view: TenantListView = { tenants: await tenants.list(actorOf(response)) };
    render(request, response, 'tenantList', view);
  };

const createTenant =
  (tenants: Tenants): RequestHandler =>
  async (request, response) => {
    const { name } = TenantName.parse(request.body);
    const tenant = { id: TenantId.parse(randomUUID()), name };
    await tenants.create(actorOf(response), tenant);
    render(request, response, 'tenant', tenant);
  };

const renameTenant =
  (tenants: Tenants): RequestHandler =>
  async (request, response) => {
    const { id } = TenantParams.parse(request.params);
    const { name } = TenantName.parse(request.body);
    const tenant = await tenants.rename(actorOf(response), { id: TenantId.parse(id), name });
    if (tenant === undefined) throw new CallwrightError('request/not-found', 'no such company');
    render(request, response, 'tenant', tenant);
  };
