import { Button } from 'antd';
import { type FormEvent, type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrunkView } from '../../../../contracts/api/trunks.ts';
import { CheckField } from '../../components/check-field.tsx';
import { Field } from '../../components/field.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';

export type WantedTrunk = {
  readonly enabled: boolean;
  readonly maxCalls: number;
  readonly callsPerSecond: number;
  readonly callerNumbers: readonly string[];
};

/** One number on each line, as people write them. */
const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** How much may go out by a trunk, and with which numbers. */
export function TrunkForm({
  trunk,
  pending,
  onSubmit,
  children,
}: {
  trunk: TrunkView;
  pending: boolean;
  onSubmit: (wanted: WantedTrunk) => void;
  children?: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const numbers = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSubmit({
      enabled: form.has('enabled'),
      maxCalls: Number(form.get('maxCalls')),
      callsPerSecond: Number(form.get('callsPerSecond')),
      callerNumbers: linesOf(String(form.get('callerNumbers') ?? '')),
    });
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      <CheckField
        name="enabled"
        label={t('trunks.edit.enabled')}
        hint={t('trunks.edit.enabledHint')}
        defaultChecked={trunk.enabled}
      />
      <Field
        name="maxCalls"
        type="number"
        min={0}
        max={100_000}
        label={t('trunks.edit.maxCalls')}
        defaultValue={trunk.maxCalls}
        required
      />
      <Field
        name="callsPerSecond"
        type="number"
        min={0}
        max={1_000}
        label={t('trunks.edit.callsPerSecond')}
        defaultValue={trunk.callsPerSecond}
        required
      />
      <div className="cw-field">
        <label htmlFor={numbers}>{t('trunks.edit.callerNumbers')}</label>
        <textarea
          id={numbers}
          name="callerNumbers"
          rows={5}
          defaultValue={trunk.callerNumbers.map(spacedNumber).join('\n')}
          aria-describedby={`${numbers}-words`}
        />
        <p id={`${numbers}-words`} className="cw-muted">
          {t('trunks.edit.callerNumbersHint')}
        </p>
      </div>
      {children}
      <p className="cw-muted">{t('trunks.edit.effect')}</p>
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('trunks.edit.save')}
        </Button>
      </div>
    </form>
  );
}
