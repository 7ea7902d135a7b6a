import type { OutgoingText } from '../../../../contracts/message/provider.ts';

/** Most people of one request, with both products. */
const MOST = 1_000;

/** Texts that can go in one request: the same words from the same number, or one template. */
export type Bundle = { kind: 'sms' | 'mms' | 'alimtalk'; texts: readonly [OutgoingText, ...OutgoingText[]] };

/** NHN takes one text for many people; texts that differ, as those with a name in them, take a request each. */
export function bundles(texts: readonly OutgoingText[]): Bundle[] {
  const alike = Map.groupBy(texts, likeness);
  return [...alike.values()].flatMap((same) => {
    const parts: Bundle[] = [];
    for (let at = 0; at < same.length; at += MOST) {
      const [first, ...rest] = same.slice(at, at + MOST);
      if (first !== undefined) parts.push({ kind: kindOf(first), texts: [first, ...rest] });
    }
    return parts;
  });
}

const kindOf = ({ channel }: OutgoingText): Bundle['kind'] => {
  if (channel === 'alimtalk' || channel === 'sms') return channel;
  return 'mms';
};

function likeness({ channel, purpose, from, subject, text, image, alimtalk }: OutgoingText): string {
  if (channel === 'alimtalk') return JSON.stringify([channel, alimtalk?.channel, alimtalk?.template]);
  return JSON.stringify([channel, purpose, from, subject, text, image?.id]);
}

/** Path of a request for SMS, LMS or MMS. NHN has advertising go another way, where it checks the marks. */
export const smsPath = ({ kind, texts }: Bundle): string =>
  `sender/${texts[0].purpose === 'ad' ? 'ad-' : ''}${kind}`;

/** Both keys come back in every listing and report: the batch, and our send's id. */
export function smsBody(batch: string, { kind, texts }: Bundle, fileId: number | undefined): unknown {
  const { text, from, subject } = texts[0];
  return {
    ...(kind === 'mms' ? { title: subject || titleOf(text) } : {}),
    body: text,
    sendNo: from,
    senderGroupingKey: batch,
    ...(fileId === undefined ? {} : { attachFileIdList: [fileId] }),
    recipientList: texts.map(({ to, ref }) => ({ recipientNo: to, recipientGroupingKey: ref })),
  };
}

/** NHN wants a title of up to 40 bytes: without one of ours, the beginning of the text. */
const titleOf = (text: string): string =>
  Array.from(text.trim().split('\n')[0] ?? '')
    .slice(0, 20)
    .join('');

/** NHN's fall-back to SMS is off for each person, whatever its console says. */
export function alimtalkBody(batch: string, { texts }: Bundle): unknown {
  const { alimtalk } = texts[0];
  return {
    senderKey: alimtalk?.channel ?? '',
    templateCode: alimtalk?.template ?? '',
    senderGroupingKey: batch,
    recipientList: texts.map((text) => ({
      recipientNo: text.to,
      templateParameter: text.alimtalk?.variables ?? {},
      resendParameter: { isResend: false },
      recipientGroupingKey: text.ref,
    })),
  };
}
