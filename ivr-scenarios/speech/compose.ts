import type { Prompt } from '../../contracts/call/prompt.ts';
import type { Language } from '../../contracts/scenario/language.ts';
import type { PromptItem } from '../../contracts/scenario/prompt-item.ts';
import { operandValue, type Variables } from '../logic/compare.ts';
import { piecePath } from './pieces.ts';
import { reading } from './reading.ts';

/** A verb carries at most this many prompts. */
export const MAX_PROMPTS = 60;

/** The language that the call speaks now, and the one that the scenario was written in. */
export type Spoken = { language: Language; first: Language };

/** Turns a block's items into prompts, with the values that the variables have now. */
export function composed(items: PromptItem[], variables: Variables, spoken: Spoken): Prompt[] {
  return items.flatMap((item) => prompts(item, variables, spoken)).slice(0, MAX_PROMPTS);
}

function prompts(item: PromptItem, variables: Variables, { language, first }: Spoken): Prompt[] {
  if (typeof item === 'string') return [{ kind: 'file', path: item }];
  if ('silence' in item) return [{ kind: 'silence', ms: item.silence }];
  if ('tone' in item) {
    return [
      typeof item.tone === 'string' ? { kind: 'tone', name: item.tone } : { kind: 'tones', tone: item.tone },
    ];
  }
  if ('files' in item) {
    // What nobody has translated is better heard in another language than not at all.
    const path = item.files[language] ?? item.files[first] ?? Object.values(item.files)[0];
    return path === undefined ? [] : [{ kind: 'file', path }];
  }
  // The compiler has replaced every text and prompt by its file; one that had none is silent, and the linter says so.
  if ('text' in item || 'prompt' in item) return [];
  return reading(language, item, operandValue(item.value, variables)).map((piece) => ({
    kind: 'file',
    path: piecePath(language, piece),
  }));
}
