import { readKrNumber } from '../number/kr-number.ts';
import type { PlanFacts, PlanProblem, PlanProblemCode, SenderFact } from './plan-facts.ts';
import { problem } from './plan-remark.ts';

/** Never a sender (발신번호): 050x by the rules of all providers, short numbers belong to public services. */
const BARRED: ReadonlySet<string> = new Set(['personal', 'special', 'premium']);

const WORDS: Partial<Record<PlanProblemCode, string>> = {
  'sender-not-verified': 'this sender number is not verified yet; wait for the decision or choose another',
  'sender-representative':
    'representative numbers are not allowed as senders here; an administrator can allow them',
  'sender-not-allowed': 'numbers of this kind may not be senders of texts; choose another',
  'sender-not-own': 'choose a sender number that is assigned to you',
};

/** Why this number may not be a sender now, or null (MO-35, MO-36, A14, 전기통신사업법 제84조의2). */
export function senderRefusal(
  sender: SenderFact,
  facts: Pick<PlanFacts, 'senderRule' | 'settings'>,
): PlanProblem | null {
  const kind = readKrNumber(sender.digits)?.class;
  const refuse = (code: PlanProblemCode): PlanProblem => problem(code, 'sender', WORDS[code] ?? code);
  if (kind === undefined || BARRED.has(kind)) return refuse('sender-not-allowed');
  if (sender.state !== 'verified') return refuse('sender-not-verified');
  if (facts.senderRule === 'own' && !sender.own) return refuse('sender-not-own');
  if (kind === 'representative' && !facts.settings.allowRepresentative)
    return refuse('sender-representative');
  return null;
}

/** MO-36: the assigned number of the service, or else the person's own mobile. */
function usual(facts: PlanFacts): SenderFact | undefined {
  if (facts.senderRule === 'company') return facts.senders.find(({ main }) => main);
  const own = facts.senders.filter((sender) => sender.own && senderRefusal(sender, facts) === null);
  return own.find(({ digits }) => readKrNumber(digits)?.class !== 'mobile') ?? own[0];
}

/** Digits of the number that the texts come from, or why there is none. */
export function chooseSender(
  asked: string | undefined,
  facts: PlanFacts,
): { digits: string; problem: PlanProblem | null } {
  const key = asked === undefined ? undefined : (readKrNumber(asked)?.key ?? asked);
  const sender = key === undefined ? usual(facts) : facts.senders.find(({ digits }) => digits === key);
  if (sender !== undefined) return { digits: sender.digits, problem: senderRefusal(sender, facts) };
  if (key === undefined) {
    const missing = 'choose a sender number; none is the main one or yours';
    return { digits: '', problem: problem('sender-missing', 'sender', missing) };
  }
  const unknown = 'this sender number is not registered; register it and have it verified';
  return { digits: key, problem: problem('sender-unknown', 'sender', unknown) };
}
