import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusArea } from '../bar/areas.ts';
import { useActions } from '../state/use-designer.ts';
import { ExitChoice, TargetChoice } from './exit-choice.tsx';
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
      <div className="cw-quick-row">
        <ExitChoice />
        <TargetChoice />
      </div>
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
