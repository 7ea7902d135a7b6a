import type { ReactElement } from 'react';
import type { PromptView } from '../../../../contracts/api/prompts.ts';
import type { Language } from '../../../../contracts/scenario/language.ts';
import { useMay } from '../../api/session.ts';
import { PromptName } from './prompt-name.tsx';
import { PromptSound } from './prompt-sound.tsx';
import { PromptUses } from './prompt-uses.tsx';

/** Music has one sound for all languages. */
const languagesOf = ({ kind }: PromptView): readonly Language[] => (kind === 'music' ? ['ko'] : ['ko', 'en']);

/** One prompt beside the list: its name, a sound in each language, where it is used. */
export function PromptPanel({ prompt, onGone }: { prompt: PromptView; onGone: () => void }): ReactElement {
  const manages = useMay('prompts.manage');
  return (
    <>
      {manages && <PromptName prompt={prompt} />}
      {languagesOf(prompt).map((language) => (
        <PromptSound key={language} prompt={prompt} language={language} />
      ))}
      <PromptUses prompt={prompt} onGone={onGone} />
    </>
  );
}
