import type { ReportRequest, ReportVerdict } from '../../../../contracts/message/provider.ts';
import { jsonOf } from '../shared/json-of.ts';
import { sameSecret } from '../shared/same-secret.ts';
import { instantOf } from './korean-time.ts';
import { ResultHook, UnsubscribeHook, Webhook } from './shapes.ts';
import { hookWord, namedBy } from './status.ts';

const NOTHING = { words: [], inbound: [], optOuts: [] };

/**
 * NHN's signature is a fixed text, the same for every request. With one set, a report without it is refused and one
 * with it believed; without, reports of results only say whom to ask for. Opt-outs are believed in both cases: whoever
 * knows the secret address can only make us text less.
 */
export const createParseReport =
  (signature: string | undefined, now: () => number) =>
  ({ headers, body }: ReportRequest): ReportVerdict => {
    if (signature !== undefined && !sameSecret(headers['x-toast-webhook-signature'] ?? '', signature))
      return { kind: 'refused', reason: 'not signed as set' };
    const parsed = Webhook.safeParse(jsonOf(body));
    if (!parsed.success) return { kind: 'malformed', reason: 'no event with hooks' };
    const { event, hooks } = parsed.data;
    if (event === 'UNSUBSCRIBE') return optOuts(hooks, now());
    if (event !== 'MESSAGE_RESULT_UPDATE') return { kind: 'words', ...NOTHING };
    const results = hooks.map((hook) => ResultHook.safeParse(hook));
    const read = results.flatMap(({ data }) => (data === undefined ? [] : [data]));
    if (read.length === 0 && hooks.length > 0)
      return { kind: 'malformed', reason: 'no hook is of that form' };
    if (signature === undefined) return { kind: 'look-up', by: read.map(namedBy) };
    const words = read.flatMap((hook) => hookWord(hook, now()) ?? []);
    return { kind: 'words', ...NOTHING, words };
  };

function optOuts(hooks: readonly unknown[], now: number): ReportVerdict {
  const found = hooks.flatMap((hook) => {
    const { data } = UnsubscribeHook.safeParse(hook);
    const digits = data?.recipientNo.replace(/\D/g, '') ?? '';
    return digits === '' ? [] : [{ digits, at: instantOf(data?.createdDateTime) ?? now }];
  });
  if (found.length === 0 && hooks.length > 0) return { kind: 'malformed', reason: 'no hook is of that form' };
  return { kind: 'words', ...NOTHING, optOuts: found };
}
