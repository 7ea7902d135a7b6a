import { ArrowRightOutlined } from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CallDetailView } from '../../../../../contracts/api/calls.ts';
import { useMay } from '../../../api/session.ts';
import { DateTime } from '../../../components/date-time.tsx';
import { MaskedNumber } from '../../../components/masked-number.tsx';
import { Elapsed } from '../../live/elapsed.tsx';
import { spanMs } from '../durations.ts';
import { OutcomeTag } from '../outcome-tag.tsx';
import { useCallWords } from '../use-call-words.ts';
import { useScenarioVersions } from '../use-scenario-versions.ts';
import { CallCommands } from './call-commands.tsx';
import { UnmaskNumbers, useUnmasked } from './unmask-numbers.tsx';

/** Who called whom, how it ended, and how long it took. */
export function CallHeader({ call }: { call: CallDetailView }): ReactElement {
  const { t } = useTranslation();
  const words = useCallWords();
  const unmask = useUnmasked(call.id);
  const mayUnmask = useMay('calls.unmask');
  const ms = spanMs(call.arrivedAt, call.endedAt);
  return (
    <section className="cw-card cw-call-header" aria-label={t('calls.detail.title')}>
      <div className="cw-row">
        <span className="cw-call-numbers">
          <Party label={t('calls.field.caller')} masked={call.callerMasked} whole={unmask.numbers?.caller} />
          <ArrowRightOutlined aria-hidden />
          <Party label={t('calls.field.called')} masked={call.calledMasked} whole={unmask.numbers?.called} />
        </span>
        <OutcomeTag call={call} />
      </div>
      {mayUnmask && <UnmaskNumbers unmask={unmask} />}
      <CallCommands call={call} />
      <dl className="cw-facts">
        <Fact name={t('calls.field.direction')}>{t(`calls.direction.${call.direction}`)}</Fact>
        <Fact name={t('calls.field.duration')}>
          {ms === null ? <Elapsed since={call.arrivedAt} /> : words.duration(ms)}
        </Fact>
        {call.result !== null && <Fact name={t('calls.field.result')}>{words.result(call.result)}</Fact>}
        <Fact name={t('calls.field.scenario')}>
          <ScenarioName call={call} />
        </Fact>
        <Fact name={t('calls.field.arrivedAt')}>
          <DateTime at={call.arrivedAt} />
        </Fact>
        {call.endedAt !== null && (
          <Fact name={t('calls.field.endedAt')}>
            <DateTime at={call.endedAt} />
          </Fact>
        )}
        {call.parentCall !== null && (
          <Fact name={t('calls.detail.parent')}>
            <Link to={`/calls/${call.parentCall}`}>{call.parentCall.slice(0, 8)}</Link>
          </Fact>
        )}
        <Fact name={t('calls.field.id')}>
          <code>{call.id}</code>
        </Fact>
      </dl>
    </section>
  );
}

function Party({
  label,
  masked,
  whole,
}: {
  label: string;
  masked: string;
  whole: string | undefined;
}): ReactElement {
  return (
    <span>
      <small className="cw-muted">{label}</small>
      {whole === undefined ? <MaskedNumber number={masked} /> : <b className="cw-number">{whole}</b>}
    </span>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ScenarioName({ call }: { call: CallDetailView }): ReactElement {
  const { t } = useTranslation();
  const version = useScenarioVersions().find(({ hash }) => hash === call.scenario)?.version;
  if (call.scenario === null) return <>{t('calls.noScenario')}</>;
  return (
    <>
      {call.scenarioName ?? call.scenario.slice(0, 8)}{' '}
      {version !== undefined && <span className="cw-muted">{t('calls.detail.version', { version })}</span>}
    </>
  );
}
