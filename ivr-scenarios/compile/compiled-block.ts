import type { Block } from '../../contracts/scenario/block.ts';
import type { PromptItem } from '../../contracts/scenario/prompt-item.ts';
import type { PromptFiles } from './prompt-files.ts';

/** A block as the engine wants it: texts and prompts are files, and what only people read is gone. */
export function compiledBlock(block: Block, files: PromptFiles): Block {
  const { label: _label, ...rest } = block;
  if ('outcomeWords' in rest) delete rest.outcomeWords;
  const swap = (items: PromptItem[]): PromptItem[] => items.map(files.item);
  switch (rest.type) {
    case 'play':
    case 'say':
    case 'leaveMessage':
    case 'offerCallback':
      return { ...rest, prompts: swap(rest.prompts) };
    case 'menu':
      return {
        ...rest,
        prompts: swap(rest.prompts),
        noInputPrompts: swap(rest.noInputPrompts),
        wrongKeyPrompts: swap(rest.wrongKeyPrompts),
      };
    case 'collect':
      return {
        ...rest,
        prompts: swap(rest.prompts),
        noInputPrompts: swap(rest.noInputPrompts),
        invalidPrompts: swap(rest.invalidPrompts),
        ...(rest.confirm === undefined
          ? {}
          : { confirm: { ...rest.confirm, prompts: swap(rest.confirm.prompts) } }),
      };
    case 'transfer': {
      const music = files.music(rest.music);
      return rest.mode === 'attended'
        ? { ...rest, music, announce: swap(rest.announce) }
        : { ...rest, music };
    }
    case 'connect':
    case 'wait':
    case 'waitUntil':
    case 'enqueue':
      return { ...rest, music: files.music(rest.music) };
    case 'httpRequest':
      return { ...rest, filler: files.music(rest.filler) };
    default:
      return rest;
  }
}
