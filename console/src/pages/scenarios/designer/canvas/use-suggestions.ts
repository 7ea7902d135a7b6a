import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { typesFor } from '../model/block-types.ts';
import { blocksOf } from '../model/document.ts';
import { type Intention, type Known, readQuickLine } from '../model/quick-line.ts';
import { documentOf } from '../state/store.ts';
import { useDesigner } from '../state/use-designer.ts';
import { useLibrary } from '../words/library.ts';
import { useBlockWords } from '../words/use-block-words.ts';

/** One meaning of a typed line: what it does, and with what. */
export type Suggestion = {
  readonly key: string;
  readonly does: string;
  readonly what: string;
  readonly intention: Intention;
};

const MOST = 7;

/** What a line may mean, the likeliest first: what it says, then names and shipped sentences that contain it. */
export function useSuggestions(line: string): readonly Suggestion[] {
  const { t } = useTranslation();
  const words = useBlockWords();
  const library = useLibrary();
  const document = useDesigner(documentOf);
  const part = useDesigner((state) => state.part);
  const known: Known = useMemo(
    () => ({
      blocks: Object.entries(blocksOf(document, part)).map(([id, block]) => ({
        id,
        name: words.name(block),
      })),
      types: typesFor(part).map((type) => ({ type, name: words.type(type) })),
    }),
    [document, part, words],
  );
  return useMemo(() => {
    const text = line.trim();
    if (text === '') return [];
    const name = (id: string): string => known.blocks.find((block) => block.id === id)?.name ?? id;
    const worded = (intention: Intention): Suggestion => {
      if (intention.kind === 'connect')
        return {
          key: `to ${intention.target}`,
          does: t('scenarioDesigner.quick.connect'),
          what: name(intention.target),
          intention,
        };
      const onward = intention.onward === null ? '' : ` → ${name(intention.onward)}`;
      const keys = (intention.keys ?? []).map(({ key, words: said }) => `${key} ${said}`.trim()).join(' / ');
      const what = [intention.text ?? '', intention.digits ?? '', keys]
        .filter((piece) => piece !== '')
        .join(' | ');
      return {
        key: `${intention.type} ${what}`,
        does: words.type(intention.type),
        what: what + onward,
        intention,
      };
    };
    const plain = { text: null, keys: null, digits: null, onward: null } as const;
    const low = text.toLocaleLowerCase();
    const types = known.types
      .filter(({ name: word }) => word.toLocaleLowerCase().includes(low))
      .map(({ type }): Intention => ({ kind: 'add', type, ...plain }));
    const blocks = known.blocks
      .filter((block) => block.name.toLocaleLowerCase().includes(low))
      .map(({ id }): Intention => ({ kind: 'connect', target: id }));
    const sentences = library.shipped
      .filter(({ words: said }) => said.includes(text) && said !== text)
      .map(({ words: said }): Intention => ({ kind: 'add', type: 'play', ...plain, text: said }));
    const all = [...readQuickLine(text, known), ...types, ...blocks.slice(0, 3), ...sentences].map(worded);
    return [...new Map(all.map((one) => [one.key, one])).values()].slice(0, MOST);
  }, [line, known, library, words, t]);
}
