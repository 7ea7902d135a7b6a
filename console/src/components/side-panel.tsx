import { CloseOutlined } from '@ant-design/icons';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import './side-panel.css';
import { useModal } from './use-modal.ts';

/** Something opened beside the page that it belongs to. Esc, the cross and a press beside it close it. */
export function SidePanel({
  open,
  title,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  onClose: () => void;
  children?: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const heading = useId();
  const box = useModal(open);
  return (
    <dialog
      ref={box}
      className="cw-panel"
      aria-labelledby={heading}
      onClose={(event) => {
        // React hands on what a dialog opened within this one says.
        if (open && event.target === box.current) onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === box.current) onClose();
      }}
    >
      {open && (
        <div className="cw-panel-inside">
          <div className="cw-panel-bar">
            <h2 id={heading}>{title}</h2>
            <button
              type="button"
              className="cw-icon-button"
              aria-label={t('components.close')}
              onClick={onClose}
            >
              <CloseOutlined aria-hidden />
            </button>
          </div>
          <div className="cw-stack">{children}</div>
        </div>
      )}
    </dialog>
  );
}
