import type { ReportRequest, ReportVerdict } from '../../../../contracts/message/provider.ts';
import { jsonOf } from '../shared/json-of.ts';
import { Report } from './shapes.ts';
import { isSigned, SIGNATURE_HEADER } from './signature.ts';
import { wordOf } from './words.ts';

/** A report counts when its body is signed with the secret; what arrives twice is told twice, and applied once. */
export const createParseReport =
  (secret: string, now: () => number) =>
  ({ headers, body }: ReportRequest): ReportVerdict => {
    if (!isSigned(body, headers[SIGNATURE_HEADER.toLowerCase()], secret))
      return { kind: 'refused', reason: 'not signed with the secret' };
    const parsed = Report.safeParse(jsonOf(body));
    if (!parsed.success) return { kind: 'malformed', reason: 'not of the documented form' };
    const { reports, inbound, optOuts } = parsed.data;
    return {
      kind: 'words',
      words: reports.map((told) => wordOf(told, now())),
      inbound: inbound.map(({ id, to, from, subject, text, at }) => ({
        providerId: id,
        to,
        from,
        subject: subject ?? null,
        text,
        at: at ?? now(),
      })),
      optOuts: optOuts.map(({ number, at }) => ({ digits: number, at: at ?? now() })),
    };
  };
