import type { Draft } from '../draft.ts';
import type { Recipient } from './recipient.ts';

/** Most people of one message. */
export const MOST_RECIPIENTS = 10_000;

let made = 0;

/** Recipients with ids of this page. */
export function newRecipients(
  people: readonly { number: string; name: string; variables?: Recipient['variables']; override?: boolean }[],
): readonly Recipient[] {
  return people.map(({ number, name, variables = {}, override = false }) => {
    made += 1;
    return { id: `r${made}`, number, name, variables, override };
  });
}

/** Adds them behind those that are there, up to the most that one message takes; `dropped`: how many were too many. */
export function addPeople(
  { recipients }: Pick<Draft, 'recipients'>,
  added: readonly Recipient[],
): { readonly recipients: readonly Recipient[]; readonly dropped: number } {
  const all = [...recipients, ...added];
  return { recipients: all.slice(0, MOST_RECIPIENTS), dropped: Math.max(0, all.length - MOST_RECIPIENTS) };
}
