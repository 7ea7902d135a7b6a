import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnmaskView } from '../../../../../contracts/api/calls.ts';
import { request } from '../../../api/client.ts';
import { Notice } from '../../../components/notice.tsx';

const SHORTEST_REASON = 5;

export type Unmasked = {
  readonly numbers: UnmaskView | undefined;
  readonly pending: boolean;
  readonly failed: boolean;
  ask(reason: string): void;
  hide(): void;
};

/** Whole numbers live in this component only: nothing keeps them once it is gone. */
export function useUnmasked(call: string): Unmasked {
  const asked = useMutation({
    mutationFn: (reason: string) => request<UnmaskView>('POST', `/calls/${call}/unmask`, { reason }),
    gcTime: 0,
  });
  return {
    numbers: asked.data,
    pending: asked.isPending,
    failed: asked.isError,
    ask: asked.mutate,
    hide: asked.reset,
  };
}

/** 번호 보기: asks for a reason, which the audit log keeps, before the numbers are shown. */
export function UnmaskNumbers({ unmask }: { unmask: Unmasked }): ReactElement {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const hide = (): void => {
    unmask.hide();
    setAsking(false);
  };
  if (unmask.numbers !== undefined)
    return (
      <div>
        <Button icon={<EyeInvisibleOutlined aria-hidden />} onClick={hide}>
          {t('calls.detail.unmask.hide')}
        </Button>
      </div>
    );
  if (!asking)
    return (
      <div>
        <Button icon={<EyeOutlined aria-hidden />} onClick={() => setAsking(true)}>
          {t('calls.detail.unmask.button')}
        </Button>
      </div>
    );
  return <ReasonForm unmask={unmask} onDone={() => setAsking(false)} />;
}

function ReasonForm({ unmask, onDone }: { unmask: Unmasked; onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const given = reason.trim();
    setTooShort(given.length < SHORTEST_REASON);
    if (given.length >= SHORTEST_REASON) unmask.ask(given);
  };
  return (
    <form className="cw-unmask" onSubmit={submit} noValidate>
      <p className="cw-muted">{t('calls.detail.unmask.warning')}</p>
      <div className="cw-field" data-invalid={tooShort}>
        <label htmlFor={id}>{t('calls.detail.unmask.reason')}</label>
        <input
          id={id}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
          autoFocus
          maxLength={300}
          placeholder={t('calls.detail.unmask.reasonHint')}
          value={reason}
          aria-invalid={tooShort}
          aria-describedby={tooShort ? `${id}-error` : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        {tooShort && (
          <p id={`${id}-error`} className="cw-field-error">
            {t('calls.detail.unmask.tooShort')}
          </p>
        )}
      </div>
      {unmask.failed && <Notice tone="bad">{t('calls.detail.unmask.failed')}</Notice>}
      <div className="cw-row">
        <Button type="primary" htmlType="submit" loading={unmask.pending}>
          {t('calls.detail.unmask.show')}
        </Button>
        <Button onClick={onDone}>{t('calls.detail.unmask.cancel')}</Button>
      </div>
    </form>
  );
}
