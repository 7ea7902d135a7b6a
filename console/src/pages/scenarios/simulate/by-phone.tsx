import { PhoneOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ScenarioView } from '../../../../../contracts/api/scenarios.ts';
import { useMay } from '../../../api/session.ts';
import { DraftByPhone } from './draft-by-phone.tsx';

/** The ways to a real call: of what is drawn now, and of the published version by a number that leads to it. */
export function ByPhone({
  scenario,
  document,
  placeWords,
}: {
  scenario: ScenarioView;
  document: unknown;
  placeWords: (place: string) => string;
}): ReactElement | null {
  const { t } = useTranslation();
  const calls = useMay('phone.use');
  const edits = useMay('scenarios.edit');
  const [number] = scenario.numbers;
  if (!calls) return null;
  return (
    <>
      {edits && <DraftByPhone id={scenario.id} document={document} placeWords={placeWords} />}
      {number === undefined || scenario.published === null ? (
        <p className="cw-muted">{t('scenarios.simulate.noPhone')}</p>
      ) : (
        <p>
          <Link to={`/phone?number=${number}`}>
            <PhoneOutlined aria-hidden /> {t('scenarios.simulate.byPhone')}
          </Link>{' '}
          <span className="cw-muted">{t('scenarios.simulate.byPhoneHint')}</span>
        </p>
      )}
    </>
  );
}
