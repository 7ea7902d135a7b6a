import { CloudUploadOutlined, PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ScenarioView } from '../../../../contracts/api/scenarios.ts';
import { useMay } from '../../api/session.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ScenarioStateTag } from './scenario-state.tsx';

/** Name and state of a scenario, and what one can do with it; saving is the designer's. */
export function ScenarioHeader({
  scenario,
  unsaved,
  onTry,
  onPublish,
}: {
  scenario: ScenarioView;
  unsaved: boolean;
  onTry: () => void;
  onPublish: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const publishes = useMay('scenarios.publish');
  return (
    <PageHeader
      title={scenario.name}
      lead={
        <span className="cw-row">
          <ScenarioStateTag scenario={scenario} />
          {scenario.published !== null && (
            <span>{t('scenarios.version', { version: scenario.published.version })}</span>
          )}
          <span>{t('scenarios.blocksWords', { total: scenario.blocks })}</span>
          <Link to="/scenarios">{t('scenarios.back')}</Link>
          {unsaved && <span role="status">{t('scenarios.unsaved')}</span>}
        </span>
      }
    >
      <Button icon={<PhoneOutlined aria-hidden />} onClick={onTry}>
        {t('scenarios.try')}
      </Button>
      {publishes && (
        <Button type="primary" icon={<CloudUploadOutlined aria-hidden />} onClick={onPublish}>
          {t('scenarios.publish.button')}
        </Button>
      )}
    </PageHeader>
  );
}
