import type { Prompt } from '../../contracts/call/prompt.ts';
import type { PromptItem } from '../../contracts/scenario/prompt-item.ts';
import type { Value } from '../../contracts/scenario/value.ts';
import { operandValue, type Variables } from '../logic/compare.ts';
import { koreanDate } from './korean-date.ts';
import { digitPieces, koreanNumber } from './korean-number.ts';
import { piecePath } from './pieces.ts';

/** A verb carries at most this many prompts. */
export const MAX_PROMPTS = 60;

/** Turns a block's items into prompts, with the values that the variables have now. */
export function composed(items: PromptItem[], variables: Variables, language: string): Prompt[] {
  return items.flatMap((item) => prompts(item, variables, language)).slice(0, MAX_PROMPTS);
}

function prompts(item: PromptItem, variables: Variables, language: string): Prompt[] {
  if (typeof item === 'string') return [{ kind: 'file', path: item }];
  if ('silence' in item) return [{ kind: 'silence', ms: item.silence }];
  if ('tone' in item) return [{ kind: 'tone', name: item.tone }];
  // The compiler has replaced every text by its file; one that had none is silent, and the linter says so.
  if ('text' in item) return [];
  return spoken(item.say, operandValue(item.value, variables)).map((piece) => ({
    kind: 'file',
    path: piecePath(language, piece),
  }));
}

function spoken(how: 'digits' | 'number' | 'date', value: Value): string[] {
  if (value === null) return [];
  if (how === 'date') return koreanDate(String(value));
  if (how === 'digits') return digitPieces(String(value));
  return koreanNumber(typeof value === 'number' ? value : Number(value));
}
