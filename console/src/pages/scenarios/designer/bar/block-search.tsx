import { type ReactElement, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { blocksOf, partsOf, placeOf } from '../model/document.ts';
import { documentOf } from '../state/store.ts';
import { useActions, useDesigner } from '../state/use-designer.ts';
import { useBlockWords } from '../words/use-block-words.ts';
import { focusArea } from './areas.ts';

const MOST = 8;

/** Finds blocks of all parts by name, words or id, and goes there. */
export function BlockSearch(): ReactElement {
  const { t } = useTranslation();
  const words = useBlockWords();
  const actions = useActions();
  const document = useDesigner(documentOf);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const found = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    if (wanted === '') return [];
    return partsOf(document)
      .flatMap((part) =>
        Object.entries(blocksOf(document, part)).map(([id, block]) => ({
          place: placeOf(part, id),
          name: words.name(block),
          type: words.type(block.type),
          all: `${id} ${words.name(block)} ${words.type(block.type)} ${words.summary(block)}`.toLocaleLowerCase(),
        })),
      )
      .filter(({ all }) => all.includes(wanted))
      .slice(0, MOST);
  }, [text, document, words]);
  const go = (place: string | undefined): void => {
    if (place === undefined) return;
    setText('');
    setAt(0);
    focusArea('canvas');
    actions.jump(place);
  };
  return (
    <div className="cw-find">
      <input
        data-area="search"
        type="search"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
        aria-label={t('scenarioDesigner.find.label')}
        placeholder={t('scenarioDesigner.find.label')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter') go(found[at]?.place);
          else if (event.key === 'Escape') {
            setText('');
            focusArea('canvas');
          } else return;
          event.preventDefault();
        }}
      />
      <div id={list} role="listbox" aria-label={t('scenarioDesigner.find.found')} hidden={found.length === 0}>
        {found.map(({ place, name, type }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter of the field above choose
          <div
            key={place}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => go(place)}
          >
            <b>{name}</b> {type}
          </div>
        ))}
      </div>
    </div>
  );
}
