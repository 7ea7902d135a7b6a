import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockType } from '../../../../../../contracts/scenario/block.ts';
import { useCallWords } from '../../../calls/use-call-words.ts';
import { type DraftBlock, outcomeWordsOf } from '../model/document.ts';
import type { Library } from './library.ts';
import { type SummaryWords, summaryOf } from './summary.ts';

/** What the designer calls blocks and their ways out. */
export type BlockWords = {
  type(type: BlockType): string;
  /** An outcome of a block: its own words, a menu's key, else the word that everybody uses. */
  outcome(block: DraftBlock, outcome: string): string;
  /** What a block does, in a line: its first words, whom it dials. */
  summary(block: DraftBlock): string;
  /** What it is called: its label, else what it does. */
  name(block: DraftBlock): string;
};

/** Words of the designer around, made once: a canvas has hundreds of blocks. */
export const WordsContext = createContext<BlockWords | null>(null);

export function useBlockWords(): BlockWords {
  const words = useContext(WordsContext);
  // As with the store: every component of this folder stands within a designer.
  if (words === null) throw new TypeError('no designer around');
  return words;
}

/** Makes the words, in the language at hand and with the names of the company. */
export function useMakeWords(library: Library): BlockWords {
  const { t } = useTranslation();
  const calls = useCallWords();
  return useMemo(() => {
    const words: SummaryWords = {
      t: (key, values) => t(`scenarioDesigner.${key}` as 'app.name', values ?? {}),
      library,
    };
    const type = (of: BlockType): string => calls.blockType(of);
    const summary = (block: DraftBlock): string => summaryOf(block, words);
    return {
      type,
      summary,
      outcome: (block, outcome) => outcomeName(block, outcome, calls.blockOutcome, t('scenarioDesigner.key')),
      name: (block) =>
        block.label ?? (SPEAKING.has(block.type) ? summary(block) || type(block.type) : type(block.type)),
    };
  }, [t, calls, library]);
}

/** Blocks that are known by what they say. */
const SPEAKING: ReadonlySet<string> = new Set(['play', 'say']);

function outcomeName(
  block: DraftBlock,
  outcome: string,
  common: (outcome: string) => string,
  key: string,
): string {
  const own = outcomeWordsOf(block)[outcome];
  if (block.type === 'menu') {
    const keys = Object.entries(block.keys)
      .filter(([, to]) => to === outcome)
      .map(([pressed]) => pressed);
    if (keys.length > 0) return `${keys.join(', ')} ${own ?? (/^key/.test(outcome) ? key : common(outcome))}`;
  }
  if (block.type === 'split') return `${own ?? outcome} ${block.shares[outcome] ?? 0}%`;
  return own ?? common(outcome);
}
