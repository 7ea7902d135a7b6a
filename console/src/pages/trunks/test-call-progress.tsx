import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TestCallView } from '../../../../contracts/api/trunks.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';
import { Timeline, type TimelineEntry } from '../../components/timeline.tsx';
import { useTexts } from '../../components/use-texts.ts';
import { testCallQuery } from './trunks-query.ts';

/** A test call while it goes, and how it ended. */
export function TestCallProgress({ id }: { id: string }): ReactElement {
  const { t } = useTranslation();
  const text = useTexts();
  const test = useQuery(testCallQuery(id));
  const steps = useSteps();
  return (
    <Loaded query={test}>
      {(call) => (
        <div className="cw-stack" aria-live="polite">
          <p className="cw-muted">
            {t('trunks.test.to_', {
              to: spacedNumber(call.toMasked),
              from: spacedNumber(call.callerNumber),
            })}
          </p>
          <Timeline label={t('trunks.test.progress')} entries={steps(call)} />
          {call.state === 'ended' && (
            <Notice tone={call.answeredAt === null ? 'bad' : 'ok'}>
              <strong>
                {t(call.answeredAt === null ? 'trunks.test.notReached' : 'trunks.test.wellDone')}
              </strong>{' '}
              {call.causeWords !== null && text(call.causeWords)}
            </Notice>
          )}
        </div>
      )}
    </Loaded>
  );
}

/** What has happened so far, in the order of time. */
function useSteps(): (call: TestCallView) => readonly TimelineEntry[] {
  const { t } = useTranslation();
  return ({ createdAt, ringingAt, answeredAt, endedAt }) => {
    const all = [
      { key: 'planned', at: createdAt, tone: 'info' },
      { key: 'ringing', at: ringingAt, tone: 'info' },
      { key: 'answered', at: answeredAt, tone: 'ok' },
      { key: 'ended', at: endedAt, tone: answeredAt === null ? 'bad' : 'ok' },
    ] as const;
    return all
      .filter(({ at }) => at !== null)
      .map(({ key, at, tone }) => ({ key, at, tone, title: t(`trunks.test.${key}`) }));
  };
}
