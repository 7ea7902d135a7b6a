import { MinusCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrunkView } from '../../../../contracts/api/trunks.ts';
import { useMay } from '../../api/session.ts';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { useTexts } from '../../components/use-texts.ts';
import { TestCall } from './test-call.tsx';
import { TrunkNodes } from './trunk-nodes.tsx';
import { TrunkPanel } from './trunk-panel.tsx';
import { TrunkState } from './trunk-state.tsx';

/** One trunk: state, caps, what each switch says of it, a test call. */
export function TrunkCard({ trunk }: { trunk: TrunkView }): ReactElement {
  const { t } = useTranslation();
  const text = useTexts();
  const [manages, tests] = [useMay('trunks.manage'), useMay('trunks.test')];
  const [editing, setEditing] = useState(false);
  const { calls, maxCalls, callsPerSecond, callerNumbers, advice } = trunk;
  const may = callerNumbers.length === 0 ? t('trunks.anyNumber') : callerNumbers.map(spacedNumber).join(', ');
  return (
    <section className="cw-card cw-trunk" aria-label={trunk.name}>
      <div className="cw-trunk-head">
        <h2>{trunk.name}</h2>
        <TrunkState state={trunk.state} />
        {!trunk.enabled && (
          <StatusTag tone="idle" icon={<MinusCircleOutlined aria-hidden />}>
            {t('trunks.disabled')}
          </StatusTag>
        )}
        {trunk.tenant === null && <span className="cw-muted">{t('trunks.shared')}</span>}
        {manages && (
          <Button className="cw-trunk-edit" onClick={() => setEditing(true)}>
            {t('trunks.edit.open')}
          </Button>
        )}
      </div>
      {advice !== null && <Notice tone={trunk.state === 'down' ? 'bad' : 'info'}>{text(advice)}</Notice>}
      <div className="cw-trunk-columns">
        <Facts
          rows={[
            [t('trunks.calls'), t('trunks.callsOf', { calls, most: maxCalls })],
            [t('trunks.perSecond'), t('trunks.perSecondOf', { most: callsPerSecond })],
            [t('trunks.callerNumbers'), may],
          ]}
        />
        {tests && <TestCall trunk={trunk.name} />}
      </div>
      <TrunkNodes nodes={trunk.nodes} />
      {manages && <TrunkPanel trunk={trunk} open={editing} onClose={() => setEditing(false)} />}
    </section>
  );
}
