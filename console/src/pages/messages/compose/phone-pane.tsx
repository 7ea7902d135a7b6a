import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../../../api/client.ts';
import { PhonePreview } from '../../../components/phone-preview.tsx';
import { type Draft, sourceOf } from './draft.ts';
import type { Preview } from './use-preview.ts';
import { useSenders } from './use-senders.ts';

/**
 * The text as the first recipient's phone shows it, with his values and the marks of advertising once the api has put
 * them in; until then as it is written.
 */
export function PhonePane({ draft, preview }: { draft: Draft; preview: Preview }): ReactElement {
  const { t } = useTranslation();
  const { usable, main } = useSenders();
  const only = usable?.length === 1 ? usable[0] : undefined;
  const from = draft.sender ?? main?.digits ?? only?.digits ?? '';
  const first = preview.answer?.rows.find(({ exclusion, text }) => exclusion === null && text !== null);
  const source = sourceOf(draft);
  const filled = first !== undefined && source !== '' ? first : undefined;
  // While somebody types, what he types is shown, and filled in a moment later.
  const asWritten = !preview.current && draft.purpose === 'info' && !/\{\{|#\{/.test(source);
  const alimtalk = draft.template?.kind === 'alimtalk';
  return (
    <div className="cw-phone-pane">
      <PhonePreview
        from={alimtalk ? (draft.template?.alimtalkChannel ?? '') : from}
        subject={alimtalk || filled?.channel === 'sms' ? null : draft.subject}
        text={asWritten ? source : (filled?.text ?? source)}
        imageUrl={draft.image === null ? null : address(`/message-images/${draft.image.id}`)}
      />
      {filled !== undefined && !asWritten && (
        <p className="cw-muted">
          {t('compose.summary.of', { number: [filled.number, filled.name].filter(Boolean).join(' ') })}
        </p>
      )}
    </div>
  );
}
