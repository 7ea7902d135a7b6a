import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecipientCounts } from '../../../../../../contracts/api/messages.ts';
import { StatusTag, type Tone } from '../../../../components/status-tag.tsx';

const ORDER = ['valid', 'duplicate', 'optedOut', 'notMobile', 'notANumber', 'noConsent'] as const;
const TONE: Readonly<Record<(typeof ORDER)[number], Tone>> = {
  valid: 'ok',
  duplicate: 'warn',
  optedOut: 'bad',
  notMobile: 'bad',
  notANumber: 'bad',
  noConsent: 'bad',
};

/** How many would be texted, and how many not and why; those that are nobody are not said, but for the good ones. */
export function PeopleCounts({ counts }: { counts: RecipientCounts }): ReactElement {
  const { t, i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language);
  return (
    <output className="cw-row cw-people-counts" aria-label={t('compose.people.counts')}>
      {ORDER.filter((name) => name === 'valid' || counts[name] > 0).map((name) => (
        <StatusTag key={name} tone={counts[name] === 0 ? 'idle' : TONE[name]}>
          {t(`compose.people.${name}`, { count: format.format(counts[name]) })}
        </StatusTag>
      ))}
    </output>
  );
}
