import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DifferenceView } from '../../../../../../contracts/api/scenarios.ts';
import { DateTime } from '../../../../components/date-time.tsx';
import { SidePanel } from '../../../../components/side-panel.tsx';
import { StatusTag } from '../../../../components/status-tag.tsx';
import { useCallWords } from '../../../calls/use-call-words.ts';
import type { Collision } from './use-save.ts';

const TONES = { added: 'ok', removed: 'bad', changed: 'info' } as const;

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
          <Differences difference={collision.theirs.difference} overlapping={new Set(merge?.overlapping)} />
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
  overlapping: ReadonlySet<string>;
}): ReactElement {
  const { t } = useTranslation();
  const words = useCallWords();
  return (
    <ul className="cw-differences">
      {difference.blocks.map(({ place, kind, type, label, changes }) => (
        <li key={place}>
          <div className="cw-row">
            <b>{label ?? place}</b> <span className="cw-muted">{words.blockType(type)}</span>
            <StatusTag tone={TONES[kind]}>{t(`scenarioDesigner.conflict.${kind}`)}</StatusTag>
            {overlapping.has(place) && (
              <StatusTag tone="warn">{t('scenarioDesigner.conflict.both')}</StatusTag>
            )}
          </div>
          {kind === 'changed' && <Changes changes={changes} />}
        </li>
      ))}
      {difference.document.length > 0 && (
        <li>
          <b>{t('scenarioDesigner.tab.settings')}</b>
          <Changes changes={difference.document} />
        </li>
      )}
    </ul>
  );
}

function Changes({ changes }: { changes: DifferenceView['document'] }): ReactElement {
  return (
    <ul>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <code>{field}</code>: <span className="cw-muted">{before ?? '—'}</span> → {after ?? '—'}
        </li>
      ))}
    </ul>
  );
}
