import { MenuOutlined } from '@ant-design/icons';
import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../api/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { ConnectionState } from './connection-state.tsx';
import { MenuDrawer } from './menu-drawer.tsx';
import type { Page } from './pages.ts';
import { SearchBox } from './search-box.tsx';
import './top-bar.css';

/** Menu button on narrow screens, search, connection, account. */
export function TopBar({ session, pages }: { session: Session; pages: readonly Page[] }): ReactElement {
  const { t } = useTranslation();
  const drawer = useRef<HTMLDialogElement>(null);
  return (
    <header className="cw-top">
      <button
        type="button"
        className="cw-icon-button cw-menu-button"
        aria-label={t('app.openMenu')}
        onClick={() => drawer.current?.showModal()}
      >
        <MenuOutlined aria-hidden />
      </button>
      <MenuDrawer ref={drawer} pages={pages} />
      <SearchBox pages={pages} />
      {session.simulatedSwitch && (
        <span className="cw-simulated" title={t('app.simulatedHint')}>
          {t('app.simulated')}
        </span>
      )}
      <ConnectionState />
      <AccountMenu user={session.user} />
    </header>
  );
}
