import type { RequestHandler } from 'express';
import { AuditListQuery, AuditListView } from '../../contracts/api/audit.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { AuditLog } from '../../db/repositories/audit-log.ts';
import type { AuditRow } from '../../db/repositories/audit-log-list.ts';
import { actorOf } from '../http/identity.ts';
import { iso } from '../http/iso.ts';
import { render } from '../http/render.ts';
import type { Route } from '../http/route.ts';

/** Who did what. */
export const auditRoutes = (auditLog: Pick<AuditLog, 'list'>): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/audit',
    access: 'audit.read',
    describe: { summary: 'Audit log, newest first', query: AuditListQuery, answer: AuditListView },
    handler: listAudit(auditLog),
  },
];

/** Number of a row, as digits; what does not fit a bigint is no cursor of ours. */
const CURSOR = /^[0-9]{1,18}$/;

const listAudit =
  (auditLog: Pick<AuditLog, 'list'>): RequestHandler =>
  async (request, response) => {
    const filter = AuditListQuery.parse(request.query);
    if (filter.cursor !== undefined && !CURSOR.test(filter.cursor))
      throw new CallwrightError('request/invalid', 'the cursor is not one of ours: begin without one');
    const { entries, next } = await auditLog.list(actorOf(response), filter);
    const view: AuditListView = { entries: entries.map(toView), next };
    render(request, response, 'auditList', view);
  };

const toView = (row: AuditRow): AuditListView['entries'][number] => ({
  id: row.id,
  tenant: row.tenant,
  at: iso(row.at),
  actorKind: row.actorKind,
  actor: row.actor,
  actorName: row.actorName,
  action: row.action,
  subject: row.subject,
  // A list and not an object: names of fields become names of elements in XML, and these are open.
  detail: Object.entries(row.detail).map(([name, value]) => ({ name, value })),
});
