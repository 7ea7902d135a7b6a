import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from './problem-words.ts';
import './states.css';

/** A request failed: what happened, what to do, and a button that tries again. */
export function ErrorState({
  problem,
  retry,
}: {
  problem: unknown;
  retry?: (() => void) | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const { title, advice, requestId } = useProblemWords(problem);
  return (
    <div className="cw-state" role="alert">
      <WarningOutlined aria-hidden className="cw-state-icon cw-bad" />
      <p className="cw-state-title">{title}</p>
      <p className="cw-muted">{advice}</p>
      {requestId !== null && (
        <p className="cw-muted">{t('components.problem.reference', { id: requestId })}</p>
      )}
      {retry !== undefined && <Button onClick={retry}>{t('components.retry')}</Button>}
    </div>
  );
}
