import type { Block } from '../../contracts/scenario/block.ts';
import type { PromptItem } from '../../contracts/scenario/prompt-item.ts';

/** Every list of things that a block can say, by the name of its field. */
export function itemLists(block: Block): Record<string, PromptItem[]> {
  switch (block.type) {
    case 'play':
    case 'say':
    case 'leaveMessage':
      return { prompts: block.prompts };
    case 'menu': {
      const { prompts, noInputPrompts, wrongKeyPrompts } = block;
      return { prompts, noInputPrompts, wrongKeyPrompts };
    }
    case 'collect': {
      const { prompts, noInputPrompts, invalidPrompts } = block;
      return { prompts, noInputPrompts, invalidPrompts };
    }
    case 'connect':
      return typeof block.music === 'string' ? { music: [block.music] } : {};
    default:
      return {};
  }
}

/** Everything that a block can say, as one list. */
export const itemsOf = (block: Block): PromptItem[] => Object.values(itemLists(block)).flat();
