import type { Prompt } from '../../contracts/call/prompt.ts';
import type { Language } from '../../contracts/scenario/language.ts';
import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import type { ScenarioPart } from '../../contracts/scenario/part.ts';
import type { PromptItem } from '../../contracts/scenario/prompt-item.ts';
import { composed } from '../speech/compose.ts';
import { promptsMs } from '../speech/duration.ts';
import { currentPart, type Draft } from './draft.ts';
import { notePrompts } from './records.ts';

/** Prompts of a verb with their longest duration in ms. */
export type Sound = { prompts: Prompt[]; ms: number };

/**
 * Prepares what a block says and counts it against the call's limit. `undefined`: the limit is passed, issue nothing.
 */
export function soundOf(draft: Draft, items: PromptItem[]): Sound | undefined {
  const part = currentPart(draft);
  if (part === undefined) return undefined;
  draft.state.counts.sounds += 1;
  if (draft.state.counts.sounds > CALL_LIMITS.prompts) {
    draft.exceeded = true;
    return undefined;
  }
  const prompts = promptsOf(draft, part, items);
  notePrompts(draft, prompts);
  return { prompts, ms: promptsMs(prompts, part.durations) };
}

/** What the far end of a dial hears before it presses its key; no sound of the caller's. */
export function announcementOf(draft: Draft, items: PromptItem[]): Sound {
  const part = currentPart(draft);
  if (part === undefined) return { prompts: [], ms: 0 };
  const prompts = promptsOf(draft, part, items);
  return { prompts, ms: promptsMs(prompts, part.durations) };
}

/** The language that the call speaks now. */
export const languageOf = (draft: Draft, part: ScenarioPart): Language =>
  draft.state.language ?? (part.language as Language);

function promptsOf(draft: Draft, part: ScenarioPart, items: PromptItem[]): Prompt[] {
  const first = part.language as Language;
  return composed(items, draft.state.variables, { language: languageOf(draft, part), first });
}
