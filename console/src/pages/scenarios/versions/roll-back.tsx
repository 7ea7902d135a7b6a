import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionListView } from '../../../../../contracts/api/scenarios.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmDanger } from '../../../components/confirm-danger.tsx';
import { SCENARIOS } from '../scenarios-query.ts';

export type Version = VersionListView['versions'][number];

/** Asks before new calls get an older version again. */
export function RollBack({
  id,
  version,
  onDone,
  onClose,
}: {
  id: string;
  version: Version | null;
  onDone: (version: Version) => void;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [last, setLast] = useState(version);
  if (version !== null && version !== last) setLast(version);
  const roll = useChange(SCENARIOS);
  return (
    <ConfirmDanger
      open={version !== null}
      danger={false}
      title={t('scenarios.versions.rollBackTitle', { version: last?.version ?? '' })}
      action={t('scenarios.versions.rollBack')}
      pending={roll.isPending}
      problem={roll.error}
      onConfirm={() => {
        if (version === null) return;
        roll.mutate(
          { method: 'POST', path: `/scenarios/${id}/roll-back`, body: { hash: version.hash } },
          { onSuccess: () => onDone(version) },
        );
      }}
      onClose={() => {
        roll.reset();
        onClose();
      }}
    >
      {t('scenarios.versions.rollBackWords')}
    </ConfirmDanger>
  );
}
