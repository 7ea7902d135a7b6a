import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ConfirmDanger } from '../../../../components/confirm-danger.tsx';
import { isChanged } from '../state/store.ts';
import { useDesigner } from '../state/use-designer.ts';

/** Asks before one leaves what is not saved: by a link of the page, or by closing it. */
export function LeaveGuard(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const changed = useDesigner(isChanged);
  const [to, setTo] = useState<string | null>(null);
  useEffect(() => {
    if (!changed) return undefined;
    const onUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
    const onClick = (event: MouseEvent): void => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
        return;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || link.target === '_blank' || link.origin !== location.origin) return;
      // Tabs of the same page and downloads stay where they are.
      if (link.pathname === location.pathname || link.hasAttribute('download')) return;
      event.preventDefault();
      event.stopPropagation();
      setTo(link.pathname + link.search);
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, { capture: true });
    };
  }, [changed]);
  return (
    <ConfirmDanger
      open={to !== null}
      title={t('scenarioDesigner.leave.title')}
      action={t('scenarioDesigner.leave.action')}
      onClose={() => setTo(null)}
      onConfirm={() => {
        if (to !== null) void navigate(to);
        setTo(null);
      }}
    >
      {t('scenarioDesigner.leave.hint')}
    </ConfirmDanger>
  );
}
