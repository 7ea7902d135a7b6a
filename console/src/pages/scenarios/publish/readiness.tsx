import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView, ScenarioView } from '../../../../../contracts/api/scenarios.ts';
import { Facts } from '../../../components/facts.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useCallWords } from '../../calls/use-call-words.ts';
import { checkQuery } from '../scenarios-query.ts';
import { ProblemList } from './problem-list.tsx';

/** What stands in the way of publishing the draft, and what walking all its paths found. */
export function Readiness({
  scenario,
  placeWords,
  onShow,
}: {
  scenario: ScenarioView;
  placeWords: (place: string) => string;
  onShow: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const check = useQuery(checkQuery(scenario.id, scenario.revision, scenario.document));
  if (check.isPending) return <p role="status">{t('scenarios.publish.checking')}</p>;
  return (
    <Loaded query={check}>
      {({ problems, exploration }) => (
        <>
          <Problems problems={problems} placeWords={placeWords} onShow={onShow} />
          {exploration !== null && <Explored exploration={exploration} placeWords={placeWords} />}
        </>
      )}
    </Loaded>
  );
}

function Problems({
  problems,
  placeWords,
  onShow,
}: Pick<CheckView, 'problems'> & {
  placeWords: (place: string) => string;
  onShow: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (problems.length === 0) return <Notice tone="ok">{t('scenarios.publish.clean')}</Notice>;
  return (
    <section className="cw-stack" aria-label={t('scenarios.publish.problems', { total: errors })}>
      <Notice tone={errors > 0 ? 'bad' : 'warn'}>
        {errors > 0
          ? t('scenarios.publish.problems', { total: errors })
          : t('scenarios.publish.warnings', { total: problems.length })}
      </Notice>
      <ProblemList problems={problems} placeWords={placeWords} onShow={onShow} />
    </section>
  );
}

function Explored({
  exploration,
  placeWords,
}: {
  exploration: NonNullable<CheckView['exploration']>;
  placeWords: (place: string) => string;
}): ReactElement {
  const { t } = useTranslation();
  const words = useCallWords();
  const { complete, longestMs, longestBy, worstTries, ends } = exploration;
  const longest =
    longestBy === 'call-limit' ? t('scenarios.publish.longestByLimit') : words.duration(longestMs);
  const reasons = ends.map((end) => words.reason(end.slice(end.indexOf('/') + 1)));
  return (
    <>
      <p className="cw-muted">{t(complete ? 'scenarios.publish.paths' : 'scenarios.publish.pathsPartly')}</p>
      <Facts
        rows={[
          [t('scenarios.publish.longest'), longest],
          ...(worstTries === null
            ? []
            : [
                [
                  t('scenarios.publish.tries'),
                  t('scenarios.publish.triesWords', {
                    name: placeWords(worstTries.place),
                    total: worstTries.tries,
                  }),
                ] as const,
              ]),
          [t('scenarios.publish.ends'), [...new Set(reasons)].join(', ') || '–'],
        ]}
      />
    </>
  );
}
