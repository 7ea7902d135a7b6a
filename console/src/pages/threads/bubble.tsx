import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThreadDetailView } from '../../../../contracts/api/threads.ts';
import { DateTime } from '../../components/date-time.tsx';
import { useKnownWord } from '../../components/use-known-word.ts';

/** One text of a conversation; of ours also what became of it. */
export function Bubble({ entry }: { entry: ThreadDetailView['entries'][number] }): ReactElement {
  const { t } = useTranslation();
  const word = useKnownWord();
  const { direction, subject, text, state, at } = entry;
  return (
    <div className="cw-entry" data-direction={direction}>
      <span className="cw-hidden">{t(`threads.direction.${direction}`)}</span>
      <div className="cw-entry-bubble">
        {subject !== null && subject !== '' && <strong>{subject}</strong>}
        <span className="cw-entry-text cw-breaks">{text}</span>
      </div>
      <p className="cw-entry-foot cw-muted">
        <DateTime at={at} />
        {state !== null && (
          <span className={state === 'failed' ? 'cw-entry-failed' : undefined}>
            {word(`threads.state.${state}`, state)}
          </span>
        )}
      </p>
    </div>
  );
}
