import type { Block, BlockOf } from './block.ts';

/**
 * The outcomes by which blocks can be left. No schema library in here: the designer draws its wires by the same function
 * by which the linter checks them.
 */
const FIXED: { readonly [type: string]: readonly string[] } = {
  answer: ['done'],
  play: ['done'],
  say: ['done'],
  language: ['done'],
  recording: ['done'],
  set: ['done'],
  tag: ['done'],
  log: ['done'],
  wait: ['done'],
  setCallerId: ['done'],
  leaveMessage: ['recorded', 'empty', 'failed'],
  condition: ['yes', 'no'],
  loop: ['again', 'over'],
  businessHours: ['open', 'closed', 'lunch', 'holiday'],
  waitUntil: ['reached', 'tooLong'],
  sendMessage: ['accepted', 'refused', 'failed'],
  httpRequest: ['ok', 'refused', 'failed', 'timeout'],
  connect: ['connected', 'busy', 'noAnswer', 'rejected', 'failed'],
  toScenario: ['missing'],
  enqueue: ['connected', 'timeout', 'full', 'nobody', 'unavailable'],
  offerCallback: ['accepted', 'declined', 'unavailable'],
  joinConference: ['ended', 'refused', 'unavailable'],
  return: [],
  hangup: [],
};

/**
 * Outcomes of a block that must be wired, in the order in which people read them.
 * @param returns outcomes with which a part can return, for `subScenario` blocks
 */
export function outcomesOf(block: Block, returns: (part: string) => readonly string[]): string[] {
  switch (block.type) {
    case 'menu':
      return [...new Set([...Object.values(block.keys), 'noInput', 'wrongKey'])];
    case 'collect':
      return ['collected', 'noInput', 'invalid', ...(block.cancelKey === undefined ? [] : ['cancelled'])];
    case 'switch':
      return [...new Set([...block.cases.map(({ outcome }) => outcome), 'otherwise'])];
    case 'split':
      return Object.keys(block.shares);
    case 'random':
      return [...new Set(block.ways)];
    case 'transfer':
      return transferOutcomes(block);
    case 'subScenario':
      return [...returns(block.part)];
    default:
      return [...(FIXED[block.type] ?? [])];
  }
}

/** After the talk of a transfer the call is over, so `connected` leads nowhere. */
function transferOutcomes(block: BlockOf<'transfer'>): string[] {
  const failed = ['busy', 'noAnswer', 'rejected', 'failed'];
  return block.mode === 'attended' ? [...failed, 'declined'] : failed;
}

const SPEAKING: ReadonlySet<string> = new Set(['play', 'say', 'menu', 'collect', 'leaveMessage']);

/** Outcomes that may be wired; without a wire the scenario's handler or the engine takes over. */
export const optionalOutcomesOf = (block: Block): string[] =>
  SPEAKING.has(block.type) ? ['promptFailed'] : [];

/** Outcomes that must be wired unless the scenario has this handler. */
export const HANDLED_OUTCOMES: Readonly<Record<string, string>> = { 'httpRequest/timeout': 'httpTimeout' };
