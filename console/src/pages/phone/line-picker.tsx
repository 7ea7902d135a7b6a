import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import type { LineStatus } from './core/line.ts';
import { LINES } from './core/open-phone.ts';
import type { PhoneState } from './core/phone.ts';

const TONE: Record<LineStatus, Tone> = {
  claiming: 'idle',
  ready: 'ok',
  reconnecting: 'warn',
  taken: 'bad',
  failed: 'bad',
};

const ALL = [...new Set([...LINES.second.slice(0, 1), ...LINES.first])];

/** Which extension this telephone is, and whether it is registered. */
export function LinePicker({
  state,
  onChoose,
}: {
  state: PhoneState;
  onChoose: (numbers: readonly string[]) => void;
}): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="cw-phone-line">
      <label htmlFor={id}>{t('phone.line.label')}</label>
      <select
        id={id}
        value={state.number ?? ''}
        disabled={state.active !== undefined || state.incoming !== undefined}
        onChange={({ target }) => onChoose([target.value])}
      >
        {state.number === null && <option value="">…</option>}
        {ALL.map((number) => (
          <option key={number} value={number}>
            {number === '1001' ? t('phone.line.colleague', { number }) : number}
          </option>
        ))}
      </select>
      <span role="status">
        <StatusTag tone={TONE[state.status]}>{t(`phone.line.${state.status}`)}</StatusTag>
      </span>
    </div>
  );
}
