import type { BlockOf } from '../../contracts/scenario/block.ts';
import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import { awaitVerb, issue } from '../engine/draft.ts';
import { operandValue } from '../logic/compare.ts';
import { type BlockDriver, completes, IGNORED, leave } from './driver.ts';

/**
 * Asks for a text. It is asked once: a lost answer leaves by `failed`, since a second request would be another verb,
 * and so perhaps a second text.
 */
export const sendMessageDriver: BlockDriver<BlockOf<'sendMessage'>> = {
  enter: (draft, { to, text, template, values, sender }) => {
    const texts = (draft.state.counts.texts ?? 0) + 1;
    draft.state.counts.texts = texts;
    if (texts > CALL_LIMITS.texts) {
      draft.exceeded = true;
      return;
    }
    const { variables } = draft.state;
    const said = (value: unknown): string => (value === null ? '' : String(value));
    const verb = issue(draft, {
      kind: 'sendMessage',
      to: said(operandValue({ variable: to === 'caller' ? 'caller' : to.variable }, variables)),
      values: Object.fromEntries(
        Object.entries(values).map(([name, operand]) => [name, said(operandValue(operand, variables))]),
      ),
      ...(text === undefined ? {} : { text }),
      ...(template === undefined ? {} : { template }),
      ...(sender === undefined ? {} : { sender }),
    });
    awaitVerb(draft, verb, 'sendMessage');
  },
  on: (draft, _block, event) => {
    if ((event.type !== 'messaged' && event.type !== 'idle') || !completes(draft, event)) return IGNORED;
    return leave(event.type === 'messaged' ? event.result : 'failed');
  },
};
