import { CheckCircleOutlined, EditOutlined, MinusCircleOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioSummary } from '../../../../contracts/api/scenarios.ts';
import { StatusTag } from '../../components/status-tag.tsx';

export type ScenarioState = 'published' | 'changed' | 'draft';

/** Whether calls can get it, and whether they get what the draft says. */
export const stateOf = ({
  published,
  changed,
}: Pick<ScenarioSummary, 'published' | 'changed'>): ScenarioState => {
  if (published === null) return 'draft';
  return changed ? 'changed' : 'published';
};

const LOOK = {
  published: { tone: 'ok', Icon: CheckCircleOutlined },
  changed: { tone: 'warn', Icon: EditOutlined },
  draft: { tone: 'idle', Icon: MinusCircleOutlined },
} as const;

/** 게시됨, 수정 중 or 미게시. */
export function ScenarioStateTag({
  scenario,
}: {
  scenario: Pick<ScenarioSummary, 'published' | 'changed'>;
}): ReactElement {
  const { t } = useTranslation();
  const state = stateOf(scenario);
  const { tone, Icon } = LOOK[state];
  return (
    <span title={t(`scenarios.stateHint.${state}`)}>
      <StatusTag tone={tone} icon={<Icon aria-hidden />}>
        {t(`scenarios.state.${state}`)}
      </StatusTag>
    </span>
  );
}
