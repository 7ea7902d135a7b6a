import { ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exclusion } from '../../../../../../contracts/message/kinds.ts';

/** Why nothing would be sent to a number: red, with icon and words (T12, E29). */
export function ExclusionMark({ exclusion }: { exclusion: Exclusion }): ReactElement {
  const { t } = useTranslation();
  return (
    <span className="cw-excluded">
      <ExclamationCircleFilled aria-hidden /> {t(`messages.exclusion.${exclusion}`)}
    </span>
  );
}
