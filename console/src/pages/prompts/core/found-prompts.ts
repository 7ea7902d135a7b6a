import type { PromptView } from '../../../../../contracts/api/prompts.ts';

/** Prompts whose name or words hold what was typed, whatever its case. */
export function foundPrompts(prompts: readonly PromptView[], typed: string): readonly PromptView[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === '') return prompts;
  return prompts.filter(({ name, files }) =>
    [name, ...files.map(({ text }) => text)].some((words) => words.toLocaleLowerCase().includes(wanted)),
  );
}
