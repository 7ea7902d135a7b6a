import { CheckOutlined, MinusCircleOutlined, PhoneFilled } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockMarks } from './nodes.ts';

/** What tests, callers and the present say about a block, in place of what it does. */
export function BlockMarksLine({ marks }: { marks: BlockMarks }): ReactElement {
  const { t } = useTranslation();
  const { covered, entered, dropped = 0, medianMs, now = 0 } = marks;
  return (
    <p className="cw-node-line cw-node-marks">
      {covered !== undefined && (
        <span data-mark={covered ? 'ok' : 'idle'}>
          {covered ? <CheckOutlined aria-hidden /> : <MinusCircleOutlined aria-hidden />}{' '}
          {t(covered ? 'scenarioDesigner.marks.covered' : 'scenarioDesigner.marks.uncovered')}
        </span>
      )}
      {now > 0 && (
        <span data-mark="now">
          <PhoneFilled aria-hidden /> {t('scenarioDesigner.marks.now', { calls: now })}
        </span>
      )}
      {entered !== undefined && <span>{t('scenarioDesigner.marks.entered', { calls: entered })}</span>}
      {dropped > 0 && entered !== undefined && entered > 0 && (
        <span data-mark="warn">
          {t('scenarioDesigner.marks.dropped', { percent: Math.round((dropped / entered) * 100) })}
        </span>
      )}
      {typeof medianMs === 'number' && (
        <span>{t('scenarioDesigner.marks.median', { seconds: Math.round(medianMs / 100) / 10 })}</span>
      )}
    </p>
  );
}
