import type { MessageOrderInput } from '../../../../../contracts/api/messages.ts';
import { type Draft, sourceOf } from './draft.ts';
import type { Recipient } from './people/recipient.ts';
import { seoulInstant } from './seoul-time.ts';
import { variablesIn } from './variables-in.ts';

/** What the api is asked for. Recipients keep their order, so that its answers by row can be shown beside them. */
export function orderOf(draft: Draft): MessageOrderInput {
  const { key, purpose, template, image, sender, fallback } = draft;
  const dueAt = draft.dueAt === null ? null : seoulInstant(draft.dueAt);
  const alimtalk = template?.kind === 'alimtalk';
  // A text that was changed after its template was chosen is a text of its own.
  const asChosen = template !== null && (alimtalk || template.body === draft.text);
  return {
    key,
    purpose,
    fallback,
    recipients: recipientsOf(draft, draft.recipients),
    ...(alimtalk ? { channel: 'alimtalk' as const } : {}),
    ...(asChosen ? { template: template.id } : { text: draft.text }),
    ...(alimtalk || draft.subject.trim() === '' ? {} : { subject: draft.subject.trim() }),
    ...(image === null || alimtalk ? {} : { image: image.id }),
    ...(sender === null ? {} : { sender }),
    ...(dueAt === null ? {} : { dueAt }),
  };
}

/** The same to one number, at once, under a key of its own: what `number` gets is what the first recipient would. */
export function testOrderOf(draft: Draft, number: string, key: string): MessageOrderInput {
  const first = draft.recipients[0];
  const one: Recipient = {
    id: 'test',
    number,
    name: first?.name ?? '',
    variables: first?.variables ?? {},
    override: false,
  };
  const { dueAt: _, ...order } = orderOf({ ...draft, recipients: [one] });
  return { ...order, key };
}

/** Values of one recipient: his own, and where he has none the one for all. The name fills `이름` and `name`. */
export function valuesOf(
  { values }: Pick<Draft, 'values'>,
  { name, variables }: Pick<Recipient, 'name' | 'variables'>,
  wanted: readonly string[],
): Record<string, string> {
  const named: Record<string, string> = name === '' ? {} : { 이름: name, name };
  const filled: Record<string, string> = {};
  for (const variable of wanted) {
    const value = own(variables, variable) ?? own(values, variable) ?? own(named, variable);
    if (value !== undefined) filled[variable] = value;
  }
  return filled;
}

const own = (values: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(values, name) && values[name] !== '' ? values[name] : undefined;

function recipientsOf(draft: Draft, recipients: readonly Recipient[]): MessageOrderInput['recipients'] {
  const wanted =
    draft.template?.kind === 'alimtalk' ? draft.template.variables : variablesIn(sourceOf(draft));
  return recipients.map((recipient) => ({
    number: recipient.number,
    name: recipient.name,
    override: recipient.override,
    variables: valuesOf(draft, recipient, wanted),
  }));
}
