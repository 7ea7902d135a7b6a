import { ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarSettings } from '../../../../contracts/calendar/settings.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { HoursConflict } from './hours-conflict.tsx';
import { toDraft, toSettings } from './hours-draft.ts';
import { HoursForm } from './hours-form.tsx';
import { WhatHappens } from './what-happens.tsx';

export type SavedHours = { readonly revision: number; readonly settings: CalendarSettings };

/** Hours in a form with [설정] and [새로고침] (MO-62), and beside it what they mean at any instant. */
export function HoursEditor({
  saved,
  path,
  subject,
  more,
  readOnly,
  read,
  children,
}: {
  /** As they were read; what is typed stays when a newer one comes. */
  saved: SavedHours;
  path: string;
  /** What is read again after a save. */
  subject: readonly string[];
  /** Goes with the settings. */
  more?: object;
  readOnly: boolean;
  read: () => Promise<SavedHours | undefined>;
  children?: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(saved);
  const [draft, setDraft] = useState(() => toDraft(saved.settings));
  const saving = useChange<SavedHours>(subject);
  const settings = toSettings(draft);
  const show = (hours: SavedHours): void => {
    setSeen(hours);
    setDraft(toDraft(hours.settings));
  };
  const reload = async (): Promise<void> => {
    saving.reset();
    const now = await read();
    if (now !== undefined) show(now);
  };
  const save = (revision: number): void => {
    if (settings === null) return;
    const ifMatch = revision === 0 ? {} : { ifMatch: revision };
    saving.mutate({ method: 'PUT', path, body: { ...more, settings }, ...ifMatch }, { onSuccess: show });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save(seen.revision);
  };
  const conflict = saving.error instanceof ApiProblem && saving.error.code === 'request/conflict';
  return (
    <div className="cw-hours-page">
      <form className="cw-form" onSubmit={submit}>
        {children}
        <HoursForm draft={draft} readOnly={readOnly} onChange={setDraft} />
        {saving.isSuccess && <Notice tone="ok">{t('calendars.saved')}</Notice>}
        {conflict ? (
          <HoursConflict mine={settings} read={read} onTake={show} onKeep={save} done={saving.reset} />
        ) : (
          <FormProblem problem={saving.error} />
        )}
        {settings === null && <Notice tone="warn">{t('calendars.wrongTimes')}</Notice>}
        {!readOnly && (
          <div className="cw-buttons">
            <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={settings === null}>
              {t('calendars.save')}
            </Button>
            <Button icon={<ReloadOutlined aria-hidden />} onClick={() => void reload()}>
              {t('calendars.reload')}
            </Button>
          </div>
        )}
      </form>
      <WhatHappens settings={settings ?? seen.settings} />
    </div>
  );
}
