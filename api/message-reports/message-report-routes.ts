import { z } from 'zod';
import type { Route } from '../http/route.ts';
import type { MessageReports } from './message-reports.ts';
import { receiveReport } from './receive-report.ts';

const Params = z.object({ provider: z.string(), secret: z.string() });

/**
 * Where providers tell what became of texts. Public: it has neither session nor key, and lies outside `/api`; the secret
 * in the address and the provider's signature stand for both.
 */
export const messageReportRoutes = (reports: MessageReports | undefined): readonly Route[] => [
  {
    method: 'post',
    path: '/hooks/messages/:provider/:secret',
    access: 'public',
    describe: { summary: 'A provider’s report about texts', params: Params },
    raw: true,
    handler: receiveReport(reports),
  },
];
