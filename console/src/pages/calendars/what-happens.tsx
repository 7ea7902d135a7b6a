import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerdictView } from '../../../../contracts/api/calendars.ts';
import type { CalendarSettings } from '../../../../contracts/calendar/settings.ts';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { useLater } from '../../components/use-later.ts';
import { verdictQuery } from './calendars-query.ts';
import { Fortnight } from './fortnight.tsx';
import { instantOf, localOf } from './local-instant.ts';
import { useHoursWords } from './use-hours-words.ts';
import { VerdictTag } from './verdict-tag.tsx';

/** While somebody types, nothing is asked, ms. */
const STILL_MS = 300;

/** "이 시각에는?": what callers would hear at any instant by what stands in the form, and why. */
export function WhatHappens({ settings }: { settings: CalendarSettings }): ReactElement {
  const { t } = useTranslation();
  const { zone } = settings;
  const [local, setLocal] = useState(() => localOf(Date.now(), zone));
  const instant = instantOf(local, zone);
  const asked = useLater(settings, STILL_MS);
  const at = useLater(new Date(instant ?? Date.now()).toISOString(), STILL_MS);
  const answer = useQuery(verdictQuery(asked, at));
  return (
    <section className="cw-card cw-stack cw-what" aria-labelledby="calendars-what">
      <h2 id="calendars-what">{t('calendars.what')}</h2>
      <div className="cw-what-at">
        <Field
          label={t('calendars.at', { zone })}
          type="datetime-local"
          step={1}
          value={local}
          onChange={({ target }) => setLocal(target.value)}
        />
        <Button onClick={() => setLocal(localOf(Date.now(), zone))}>{t('calendars.now')}</Button>
      </div>
      <FormProblem problem={answer.error} />
      {answer.data !== undefined && <Answer verdict={answer.data} />}
      {answer.data !== undefined && <Fortnight days={answer.data.days} />}
    </section>
  );
}

function Answer({ verdict }: { verdict: VerdictView }): ReactElement {
  const { t } = useTranslation();
  const words = useHoursWords();
  const { zone, until, opens, why } = verdict;
  const shown = (at: string): string => localOf(Date.parse(at), zone).replace('T', ' ');
  return (
    <div className="cw-what-answer" role="status">
      <p className="cw-row">
        <VerdictTag verdict={verdict.verdict} />
        <span>{t(`calendars.hears.${verdict.verdict}`)}</span>
      </p>
      <p>{words.why(why)}</p>
      <p className="cw-muted">
        {until === null ? t('calendars.never') : t('calendars.until', { at: shown(until) })}
        {verdict.verdict !== 'open' &&
          ` ${opens === null ? t('calendars.neverOpens') : t('calendars.opens', { at: shown(opens) })}`}
      </p>
    </div>
  );
}
