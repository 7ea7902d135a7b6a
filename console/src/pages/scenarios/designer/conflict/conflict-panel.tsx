import { Button } from 'antd';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DifferenceView } from '../../../../../../contracts/api/scenarios.ts';
import { DateTime } from '../../../../components/date-time.tsx';
import { SidePanel } from '../../../../components/side-panel.tsx';
import { StatusTag } from '../../../../components/status-tag.tsx';
import { graphOf } from '../../graph/graph-of.ts';
import { usePlaceWords } from '../../graph/use-place-words.ts';
import { DifferenceList } from '../../versions/difference-list.tsx';
import { documentOf } from '../state/store.ts';
import { useDesigner } from '../state/use-designer.ts';
import type { Collision } from './use-save.ts';

/** Somebody saved in between: what differs, block by block, and what can be done about it. */
export function ConflictPanel({
  collision,
  pending,
  onChoose,
  onClose,
}: {
  collision: Collision | null;
  pending: boolean;
  onChoose: (choice: 'theirs' | 'mine' | 'merged') => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const current = collision?.theirs.current;
  const merge = collision?.merge ?? null;
  return (
    <SidePanel open={collision !== null} title={t('scenarioDesigner.conflict.title')} onClose={onClose}>
      {collision !== null && current !== undefined && (
        <>
          <p>
            {t('scenarioDesigner.conflict.by', {
              name: current.updatedBy ?? t('scenarioDesigner.conflict.somebody'),
            })}{' '}
            <DateTime at={current.updatedAt} />
          </p>
          <h3>{t('scenarioDesigner.conflict.difference')}</h3>
          <Differences difference={collision.theirs.difference} overlapping={merge?.overlapping ?? []} />
          {merge !== null && merge.overlapping.length > 0 && (
            <p>{t('scenarioDesigner.conflict.overlap', { count: merge.overlapping.length })}</p>
          )}
          <div className="cw-conflict-choices">
            {merge?.merged != null && <Choice kind="merged" primary pending={pending} onChoose={onChoose} />}
            <Choice kind="mine" pending={pending} onChoose={onChoose} />
            <Choice kind="theirs" pending={pending} onChoose={onChoose} />
          </div>
        </>
      )}
    </SidePanel>
  );
}

function Choice({
  kind,
  primary = false,
  pending,
  onChoose,
}: {
  kind: 'theirs' | 'mine' | 'merged';
  primary?: boolean;
  pending: boolean;
  onChoose: (choice: 'theirs' | 'mine' | 'merged') => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <div>
      <Button type={primary ? 'primary' : 'default'} loading={pending} onClick={() => onChoose(kind)}>
        {t(`scenarioDesigner.conflict.${kind}`)}
      </Button>
      <p className="cw-muted">{t(`scenarioDesigner.conflict.${kind}Hint`)}</p>
    </div>
  );
}

function Differences({
  difference,
  overlapping,
}: {
  difference: DifferenceView;
  overlapping: readonly string[];
}): ReactElement {
  const { t } = useTranslation();
  const document = useDesigner(documentOf);
  const placeWords = usePlaceWords(useMemo(() => graphOf(document), [document]));
  return (
    <DifferenceList
      difference={difference}
      placeWords={placeWords}
      mark={(place) =>
        overlapping.includes(place) && (
          <StatusTag tone="warn">{t('scenarioDesigner.conflict.both')}</StatusTag>
        )
      }
    />
  );
}
