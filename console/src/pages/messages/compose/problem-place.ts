import type { MessageProblem } from '../../../../../contracts/api/messages.ts';

/** Parts of the page that a problem can stand beside. */
export const PLACES = ['recipients', 'template', 'subject', 'text', 'image', 'sender', 'dueAt'] as const;
export type Place = (typeof PLACES)[number];

/** Where a problem of the api belongs by its field (`recipients.3.number` → recipients); null: above the button. */
export function placeOf({ field }: Pick<MessageProblem, 'field'>): Place | null {
  const first = field?.split('.')[0];
  return PLACES.find((place) => place === first) ?? null;
}

/** Problems of one part; each code once, since 10,000 recipients can share one. */
export function problemsAt(
  problems: readonly MessageProblem[],
  place: Place | null,
): readonly MessageProblem[] {
  const here = problems.filter((problem) => placeOf(problem) === place);
  return here.filter(({ code }, index) => here.findIndex((other) => other.code === code) === index);
}

/** What is only missing while somebody still writes is not held against him. */
const UNFINISHED = new Set(['content-missing', 'text-empty', 'nobody-left', 'variable-missing']);
export const isUnfinished = ({ code }: Pick<MessageProblem, 'code'>): boolean => UNFINISHED.has(code);
