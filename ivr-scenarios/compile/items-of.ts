import type { Block } from '../../contracts/scenario/block.ts';
import type { Music } from '../../contracts/scenario/music.ts';
import type { PromptItem } from '../../contracts/scenario/prompt-item.ts';

/** Every list of things that a block can say, by the path of its field. */
export function itemLists(block: Block): Record<string, PromptItem[]> {
  switch (block.type) {
    case 'play':
    case 'say':
    case 'leaveMessage':
    case 'offerCallback':
      return { prompts: block.prompts };
    case 'menu': {
      const { prompts, noInputPrompts, wrongKeyPrompts } = block;
      return { prompts, noInputPrompts, wrongKeyPrompts };
    }
    case 'collect': {
      const { prompts, noInputPrompts, invalidPrompts, confirm } = block;
      const readBack = confirm === undefined ? {} : { 'confirm.prompts': confirm.prompts };
      return { prompts, noInputPrompts, invalidPrompts, ...readBack };
    }
    case 'transfer':
      return {
        ...musicList(block.music),
        ...(block.mode === 'attended' ? { announce: block.announce } : {}),
      };
    case 'connect':
    case 'wait':
    case 'waitUntil':
    case 'enqueue':
      return musicList(block.music);
    case 'httpRequest':
      return musicList(block.filler, 'filler');
    default:
      return {};
  }
}

function musicList(music: Music, field = 'music'): Record<string, PromptItem[]> {
  return typeof music === 'string' ? { [field]: [music] } : {};
}

/** Everything that a block can say, as one list. */
export const itemsOf = (block: Block): PromptItem[] => Object.values(itemLists(block)).flat();
