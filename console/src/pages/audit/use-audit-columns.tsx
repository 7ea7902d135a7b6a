import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntryView } from '../../../../contracts/api/audit.ts';
import type { Column } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { useKnownWord } from '../../components/use-known-word.ts';
import './audit.css';
import { AuditSubject } from './audit-subject.tsx';
import { useDetailWords } from './use-detail-words.ts';
import type { KnownActors } from './use-known-actors.ts';

/** What the log shows of an entry; a press on who did it shows only what that one did. */
export function useAuditColumns(
  actors: KnownActors,
  onlyActor: (actor: string) => void,
): readonly Column<AuditEntryView>[] {
  const { t } = useTranslation();
  const word = useKnownWord();
  const detail = useDetailWords();
  return useMemo(() => {
    const nameOf = ({ actor, actorKind, actorName }: AuditEntryView): string =>
      actorKind === 'system' ? t('audit.process', { name: actor }) : (actorName ?? t('audit.gone'));
    return [
      {
        key: 'at',
        title: t('audit.field.at'),
        cell: ({ at }) => <DateTime at={at} />,
        fixed: true,
      },
      {
        key: 'actor',
        title: t('audit.field.actor'),
        cell: (entry) => (
          <Button
            type="link"
            className="cw-audit-actor"
            title={t('audit.onlyActor', { name: nameOf(entry) })}
            onClick={() => onlyActor(entry.actor)}
          >
            {nameOf(entry)}
          </Button>
        ),
      },
      {
        key: 'action',
        title: t('audit.field.action'),
        cell: ({ action }) => (
          <span className="cw-whole-words">{word(`audit.action.${action}`, action)}</span>
        ),
        fixed: true,
      },
      {
        key: 'subject',
        title: t('audit.field.subject'),
        cell: (entry) => <AuditSubject entry={entry} actors={actors} />,
      },
      {
        key: 'detail',
        title: t('audit.field.detail'),
        cell: (entry) => <span className="cw-muted cw-breaks">{detail(entry)}</span>,
      },
    ];
  }, [t, word, detail, actors, onlyActor]);
}
