import type { ReportRequest, ReportVerdict } from '../../../../contracts/message/provider.ts';
import { jsonOf } from '../shared/json-of.ts';
import { Report } from './shapes.ts';

type Named = { ref: string } | { providerId: string };

/**
 * Solapi's reports carry no signature: they only say whom to ask for. Reports of whole groups name no text; those are
 * found by the regular look-up.
 */
export function parseReport({ body }: ReportRequest): ReportVerdict {
  const parsed = Report.safeParse(jsonOf(body));
  if (!parsed.success) return { kind: 'malformed', reason: 'no list of messages or groups' };
  const by = parsed.data.flatMap(({ customFields, messageId }): Named[] => {
    if (customFields?.ref !== undefined) return [{ ref: customFields.ref }];
    return messageId === undefined ? [] : [{ providerId: messageId }];
  });
  return { kind: 'look-up', by };
}
