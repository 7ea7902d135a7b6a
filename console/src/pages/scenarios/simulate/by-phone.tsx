import { PhoneOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ScenarioView } from '../../../../../contracts/api/scenarios.ts';
import { useMay } from '../../../api/session.ts';

/** The way to a real call of the published version, with a number that leads to it filled in. */
export function ByPhone({ scenario }: { scenario: ScenarioView }): ReactElement | null {
  const { t } = useTranslation();
  const may = useMay('phone.use');
  const [number] = scenario.numbers;
  if (!may) return null;
  if (number === undefined || scenario.published === null)
    return <p className="cw-muted">{t('scenarios.simulate.noPhone')}</p>;
  return (
    <p>
      <Link to={`/phone?number=${number}`}>
        <PhoneOutlined aria-hidden /> {t('scenarios.simulate.byPhone')}
      </Link>{' '}
      <span className="cw-muted">{t('scenarios.simulate.byPhoneHint')}</span>
    </p>
  );
}
