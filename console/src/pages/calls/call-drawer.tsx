import { CloseOutlined, ExportOutlined } from '@ant-design/icons';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import '../../components/side-panel.css';
import { useModal } from '../../components/use-modal.ts';
import './call-drawer.css';
import { CallDetail } from './detail/call-detail.tsx';

/** A call beside the list that it was chosen from; `call` null is closed. Esc and a press beside it close it. */
export function CallDrawer({ call, onClose }: { call: string | null; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const open = call !== null;
  const box = useModal(open);
  useEffect(() => {
    // Not its first link: the keyboard begins at the top, a screen reader with the title.
    if (open) box.current?.focus();
  }, [open, box]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself
    <dialog
      ref={box}
      className="cw-panel cw-call-drawer"
      tabIndex={-1}
      aria-label={t('calls.detail.title')}
      onClose={() => {
        if (call !== null) onClose();
      }}
      onClick={(event) => {
        if (event.target === box.current) onClose();
      }}
    >
      {call !== null && (
        <div className="cw-panel-inside">
          <div className="cw-panel-bar">
            <h2>{t('calls.detail.title')}</h2>
            <Link to={`/calls/${call}`} className="cw-call-drawer-link">
              <ExportOutlined aria-hidden /> {t('calls.detail.page')}
            </Link>
            <button
              type="button"
              className="cw-icon-button"
              aria-label={t('calls.detail.close')}
              onClick={onClose}
            >
              <CloseOutlined aria-hidden />
            </button>
          </div>
          <CallDetail key={call} id={call} />
        </div>
      )}
    </dialog>
  );
}
