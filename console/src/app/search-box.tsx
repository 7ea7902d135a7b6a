import { SearchOutlined } from '@ant-design/icons';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { foundFor } from './found.ts';
import type { Page } from './pages.ts';

/** Search over pages and calls; `/` anywhere outside a field puts the cursor here. */
export function SearchBox({ pages }: { pages: readonly Page[] }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  useSlash(field);
  const found = foundFor(text, pages, (key) => t(key));
  const shown = open && text.trim() !== '';
  const go = (to: string | undefined): void => {
    if (to === undefined) return;
    setText('');
    setOpen(false);
    field.current?.blur();
    void navigate(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') go(found[at]?.to);
    else if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, found.length));
    else if (event.key === 'ArrowUp') setAt((at + found.length - 1) % Math.max(1, found.length));
    else if (event.key === 'Escape') {
      setText('');
      field.current?.blur();
    } else return;
    event.preventDefault();
  };
  return (
    <search className="cw-search">
      <SearchOutlined aria-hidden />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('app.search')}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && found[at] ? `${list}-${at}` : undefined}
        placeholder={t('app.searchHint')}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden>/</kbd>
      <div id={list} role="listbox" aria-label={t('app.search')} hidden={!shown}>
        {found.map(({ to, label, text: words }, index) => (
          <div
            key={to}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // Before the field loses the focus and the list is gone.
            onMouseDown={(event) => {
              event.preventDefault();
              go(to);
            }}
          >
            {label ?? t('app.searchCalls', { text: words })}
          </div>
        ))}
        {found.length === 0 && <p className="cw-muted">{t('app.searchNothing')}</p>}
      </div>
    </search>
  );
}

function useSlash(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const { target } = event;
      const typing =
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [field]);
}
