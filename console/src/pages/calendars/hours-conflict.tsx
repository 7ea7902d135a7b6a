import { Button } from 'antd';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarSettings } from '../../../../contracts/calendar/settings.ts';
import { Notice } from '../../components/notice.tsx';
import { differingParts } from './hours-difference.ts';
import type { SavedHours } from './hours-editor.tsx';

/** Somebody saved in between: in what it differs, and which of the two is to stay. */
export function HoursConflict({
  mine,
  read,
  onTake,
  onKeep,
  done,
}: {
  mine: CalendarSettings | null;
  read: () => Promise<SavedHours | undefined>;
  onTake: (hours: SavedHours) => void;
  /** Saves what is in the form over that revision. */
  onKeep: (revision: number) => void;
  done: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [theirs, setTheirs] = useState<SavedHours>();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void read().then(setTheirs);
  });
  const parts =
    theirs === undefined || mine === null
      ? ''
      : differingParts(mine, theirs.settings)
          .map((part) => t(`calendars.part.${part}`))
          .join(', ');
  return (
    <Notice tone="warn">
      <p>
        <strong>{t('calendars.conflict')}</strong>{' '}
        {theirs !== undefined &&
          (parts === '' ? t('calendars.conflictSame') : t('calendars.conflictParts', { parts }))}
      </p>
      <div className="cw-buttons">
        <Button
          disabled={theirs === undefined}
          onClick={() => {
            done();
            if (theirs !== undefined) onTake(theirs);
          }}
        >
          {t('calendars.takeTheirs')}
        </Button>
        <Button
          disabled={theirs === undefined}
          onClick={() => theirs !== undefined && onKeep(theirs.revision)}
        >
          {t('calendars.keepMine')}
        </Button>
      </div>
    </Notice>
  );
}
