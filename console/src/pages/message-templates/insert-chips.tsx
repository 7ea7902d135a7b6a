import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft.ts';
import { inserted } from './inserted.ts';
import { PIECES } from './pieces.ts';

/** Variables and helpers as buttons: a press puts one where the cursor is. */
export function InsertChips({
  kind,
  body,
  change,
}: {
  kind: Draft['kind'];
  body: RefObject<HTMLTextAreaElement | null>;
  change: (text: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const insert = (piece: string): void => {
    const area = body.current;
    if (area === null) return;
    const { text, at } = inserted(area.value, piece, area.selectionStart, area.selectionEnd);
    change(text);
    area.focus();
    // After React has put the new text in, which moves the cursor to its end.
    requestAnimationFrame(() => area.setSelectionRange(at, at));
  };
  return (
    <fieldset className="cw-chips">
      <legend className="cw-muted">{t('messageTemplates.insert')}</legend>
      {PIECES[kind].map(({ name, piece }) => (
        <button key={name} type="button" title={piece} onClick={() => insert(piece)}>
          {t(`messageTemplates.piece.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}
