import type { SenderView } from '../../contracts/api/senders.ts';
import { senderRefusal } from '../../contracts/message/plan-sender.ts';
import { readKrNumber } from '../../contracts/number/kr-number.ts';
import type { SenderRow } from '../../db/repositories/sender-numbers.ts';
import { iso, isoOrNull } from '../http/iso.ts';

/** Why a number cannot be chosen now; null when it can. Codes, which the console puts into words. */
function obstacleOf({ digits, state, main }: SenderRow, allowRepresentative: boolean): string | null {
  const settings = { allowRepresentative, adSenderName: null, optOutNumber: null };
  const refusal = senderRefusal({ digits, state, main, own: true }, { senderRule: 'company', settings });
  if (refusal === null) return null;
  return refusal.code === 'sender-not-verified' ? state : refusal.code.replace(/^sender-/, '');
}

/** True for a number that may be verified as a sender at all. */
export const mayBeSender = (digits: string): boolean =>
  senderRefusal(
    { digits, state: 'verified', main: false, own: true },
    {
      senderRule: 'company',
      settings: { allowRepresentative: true, adSenderName: null, optOutNumber: null },
    },
  ) === null;

/** A sender number as the api shows it: whole, since it is the company's own and stands in every text. */
export function toSenderView(row: SenderRow, allowRepresentative: boolean): SenderView {
  const because = obstacleOf(row, allowRepresentative);
  return {
    id: row.id,
    tenant: row.tenant,
    digits: row.digits,
    label: row.label,
    kind: readKrNumber(row.digits)?.class ?? 'unknown',
    state: row.state,
    main: row.main,
    user: row.user,
    note: row.note,
    usable: because === null,
    because,
    requestedAt: iso(row.requestedAt),
    decidedAt: isoOrNull(row.decidedAt),
  };
}
