import { CloseOutlined } from '@ant-design/icons';
import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from './pages.ts';
import { SideMenu } from './side-menu.tsx';

/** The menu on narrow screens: a dialog, so that Esc closes it and Tab stays inside. */
export function MenuDrawer({
  ref,
  pages,
}: {
  ref: RefObject<HTMLDialogElement | null>;
  pages: readonly Page[];
}): ReactElement {
  const { t } = useTranslation();
  const close = (): void => ref.current?.close();
  return (
    <dialog
      ref={ref}
      className="cw-drawer"
      aria-label={t('app.menu')}
      onClick={(event) => event.target === ref.current && close()}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className="cw-drawer-inside">
        <button type="button" className="cw-icon-button" aria-label={t('app.closeMenu')} onClick={close}>
          <CloseOutlined aria-hidden />
        </button>
        <SideMenu pages={pages} chosen={close} />
      </div>
    </dialog>
  );
}
