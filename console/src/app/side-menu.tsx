import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Brand } from '../components/brand.tsx';
import { GROUPS, type Page } from './pages.ts';

/** The pages of a role, by group; a group without pages is absent. `chosen` is called when one was followed. */
export function SideMenu({
  pages,
  chosen,
}: {
  pages: readonly Page[];
  chosen?: (() => void) | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const groups = GROUPS.map((group) => ({
    group,
    entries: pages.flatMap(({ path, title, menu }) =>
      menu?.group === group ? [{ path, title, Icon: menu.icon }] : [],
    ),
  })).filter(({ entries }) => entries.length > 0);
  return (
    <>
      <Brand />
      <nav aria-label={t('app.menu')} className="cw-menu">
        {groups.map(({ group, entries }) => (
          <section key={group} aria-labelledby={`menu-${group}`}>
            <h2 id={`menu-${group}`}>{t(`app.groups.${group}`)}</h2>
            <ul>
              {entries.map(({ path, title, Icon }) => (
                <li key={path}>
                  <NavLink to={path} onClick={chosen}>
                    <Icon aria-hidden />
                    {t(title)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </>
  );
}
