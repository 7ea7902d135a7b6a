import { Button } from 'antd';
import { type ReactElement, type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './field.tsx';
import { Notice } from './notice.tsx';
import { useProblemWords } from './problem-words.ts';
import { useModal } from './use-modal.ts';
import './confirm-danger.css';

/**
 * Asks before something that cannot be undone. With `word` the reader types it first. It stays open while `pending`
 * and when it failed; the caller closes it by `open`.
 */
export function ConfirmDanger({
  open,
  title,
  action,
  word,
  danger = true,
  pending = false,
  problem = null,
  onConfirm,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  /** What the red button says. */
  action: string;
  word?: string;
  /** False: the button is not red, for what is meant rather than feared, such as sending. */
  danger?: boolean;
  pending?: boolean;
  problem?: unknown;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const heading = useId();
  const box = useModal(open);
  const [typed, setTyped] = useState('');
  const { title: failed, advice } = useProblemWords(problem);
  useEffect(() => {
    if (open) setTyped('');
  }, [open]);
  return (
    <dialog ref={box} className="cw-confirm" aria-labelledby={heading} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        <h2 id={heading}>{title}</h2>
        <div>{children}</div>
        {word !== undefined && (
          <Field
            label={t('components.typeToConfirm', { word })}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        {problem !== null && (
          <Notice tone="bad">
            {failed} {advice}
          </Notice>
        )}
        <div className="cw-confirm-buttons">
          <Button onClick={onClose} autoFocus={word === undefined}>
            {t('components.cancel')}
          </Button>
          <Button
            danger={danger}
            type="primary"
            htmlType="submit"
            loading={pending}
            disabled={word !== undefined && typed !== word}
          >
            {action}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
