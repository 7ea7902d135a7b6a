import { type KeyboardEvent, type ReactElement, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusArea } from '../bar/areas.ts';
import { blocksOf, exitsOf } from '../model/document.ts';
import { openExits } from '../model/open-exits.ts';
import { documentOf } from '../state/store.ts';
import { useActions, useDesigner } from '../state/use-designer.ts';
import { useBlockWords } from '../words/use-block-words.ts';
import { type Suggestion, useSuggestions } from './use-suggestions.ts';
import './quick-add.css';

/**
 * The line in which a scenario is built block after block: it says which outcome leads nowhere yet, and what is typed
 * goes there.
 */
export function QuickAdd(): ReactElement {
  const { t } = useTranslation();
  const actions = useActions();
  const [line, setLine] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const found = useSuggestions(line);
  const open = line.trim() !== '' && found.length > 0;
  const take = (suggestion: Suggestion | undefined): void => {
    if (suggestion === undefined) return;
    actions.carryOut(suggestion.intention);
    setLine('');
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') take(found[at]);
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Escape') {
      setLine('');
      focusArea('canvas');
    } else return;
    event.preventDefault();
  };
  return (
    <section className="cw-quick" data-area="quick" aria-label={t('scenarioDesigner.quick.label')}>
      <ExitChoice />
      <div className="cw-quick-line">
        <input
          data-first
          role="combobox"
          aria-expanded={open}
          aria-controls={list}
          aria-activedescendant={open ? `${list}-${at}` : undefined}
          aria-label={t('scenarioDesigner.quick.field')}
          placeholder={t('scenarioDesigner.quick.hint')}
          autoComplete="off"
          value={line}
          maxLength={500}
          onChange={(event) => {
            setLine(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="cw-quick-add" disabled={!open} onClick={() => take(found[at])}>
          {t('scenarioDesigner.quick.add')}
        </button>
        <div id={list} role="listbox" aria-label={t('scenarioDesigner.quick.meanings')} hidden={!open}>
          {found.map((suggestion, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter of the line above choose
            <div
              key={suggestion.key}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onClick={() => take(suggestion)}
            >
              <b>{suggestion.does}</b> {suggestion.what}
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

/** Which outcome the next block follows; those that lead nowhere yet stand first. */
function ExitChoice(): ReactElement {
  const { t } = useTranslation();
  const actions = useActions();
  const words = useBlockWords();
  const document = useDesigner(documentOf);
  const part = useDesigner((state) => state.part);
  const exit = useDesigner((state) => state.exit);
  const current = useDesigner((state) => state.current);
  const options = useMemo(() => {
    const blocks = blocksOf(document, part);
    const own = current === null ? undefined : blocks[current];
    const open = openExits(document, part);
    const wired = own === undefined || current === null ? [] : exitsOf(document, own);
    const all = [...open, ...wired.map(({ outcome }) => ({ block: current ?? '', outcome }))];
    if (exit !== null) all.push(exit);
    return [...new Map(all.map((one) => [`${one.block} ${one.outcome}`, one])).values()].flatMap((one) => {
      const block = blocks[one.block];
      return block === undefined
        ? []
        : [{ ...one, label: `${words.name(block)} ▸ ${words.outcome(block, one.outcome)}` }];
    });
  }, [document, part, exit, current, words]);
  const count = useMemo(() => openExits(document, part).length, [document, part]);
  return (
    <label className="cw-quick-exit">
      <span>
        {t('scenarioDesigner.quick.after')} <small>{t('scenarioDesigner.quick.open', { count })}</small>
      </span>
      <select
        data-area="exits"
        value={exit === null ? '' : `${exit.block} ${exit.outcome}`}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          focusArea('quick');
        }}
        onChange={(event) => {
          const [block = '', outcome = ''] = event.target.value.split(' ');
          actions.pickExit(block === '' ? null : { block, outcome });
        }}
      >
        <option value="">{t('scenarioDesigner.quick.nowhere')}</option>
        {options.map(({ block, outcome, label }) => (
          <option key={`${block} ${outcome}`} value={`${block} ${outcome}`}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
