import { useTranslation } from 'react-i18next';
import type { ProblemView } from '../../../../../../contracts/api/scenarios.ts';
import { blocksOf, exitsOf, splitPlace } from '../model/document.ts';
import { documentOf } from '../state/store.ts';
import { useDesigner } from '../state/use-designer.ts';
import { useBlockWords } from '../words/use-block-words.ts';

export type ProblemSentence = { readonly place: string | null; readonly says: string };

/**
 * Words for what the server found: by code and facts, in the reader's language; where those do not suffice, its own
 * English sentence. Outcomes are called as the block calls them.
 */
export function useProblemSentence(): (problem: ProblemView) => ProblemSentence {
  const { t, i18n } = useTranslation();
  const words = useBlockWords();
  const document = useDesigner(documentOf);
  return (problem) => {
    const { part, block: id } = splitPlace(problem.block ?? '');
    const block = problem.block === null ? undefined : blocksOf(document, part)[id];
    const place = problem.block === null ? null : block === undefined ? problem.block : words.name(block);
    const facts: Record<string, string | number> = { ...problem.facts };
    if (block !== undefined && typeof facts.outcome === 'string')
      facts.outcome = words.outcome(block, facts.outcome);
    // Some checks name the outcome in their sentence only.
    const open =
      block === undefined
        ? []
        : exitsOf(document, block).filter(({ target, optional }) => target === null && !optional);
    if (block !== undefined && facts.outcome === undefined && open.length > 0)
      facts.outcome = open.map(({ outcome }) => words.outcome(block, outcome)).join(', ');
    if (typeof facts.field === 'string') {
      const field = facts.field
        .split('.')
        .findLast((piece) => i18n.exists(`scenarioDesigner.field.${piece}`));
      facts.field = field === undefined ? facts.field : t(`scenarioDesigner.field.${field}` as 'app.name');
    }
    const key = `scenarioDesigner.problem.${problem.code}`;
    if (!i18n.exists(key)) return { place, says: problem.message };
    const says = t(key as 'app.name', { ...facts, skipOnVariables: false });
    return { place, says: /\{\{/.test(says) ? problem.message : says };
  };
}
