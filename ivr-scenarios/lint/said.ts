import type { Block } from '../../contracts/scenario/block.ts';
import type { Music } from '../../contracts/scenario/music.ts';
import type { PromptItem } from '../../contracts/scenario/prompt-item.ts';

/** Every list of things that a block can say at once. */
export function saidBy(block: Block): PromptItem[][] {
  switch (block.type) {
    case 'play':
    case 'say':
    case 'leaveMessage':
    case 'offerCallback':
      return [block.prompts];
    case 'menu':
      return [block.prompts, block.noInputPrompts, block.wrongKeyPrompts];
    case 'collect': {
      const confirm = block.confirm === undefined ? [] : [block.confirm.prompts];
      return [block.prompts, block.noInputPrompts, block.invalidPrompts, ...confirm];
    }
    case 'transfer':
      return block.mode === 'attended' ? [block.announce] : [];
    default:
      return [];
  }
}

/** What goes on while the caller waits in a block. */
export function musicOf(block: Block): Music | undefined {
  switch (block.type) {
    case 'connect':
    case 'transfer':
    case 'enqueue':
    case 'wait':
    case 'waitUntil':
      return block.music;
    case 'httpRequest':
      return block.filler;
    default:
      return undefined;
  }
}
