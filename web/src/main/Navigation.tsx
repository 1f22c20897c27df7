import { Counter } from '@vkontakte/vkui';

import { useT } from '../core/i18n/useT';
import { Link } from '../core/navigation/Link';
import { Avatar } from '../core/ui/Avatar';
import { letteredName } from '../core/ui/names';
import { useMe } from '../identity/session';
import { useWaitingApplications } from '../organisations/useWaitingApplications';
import { useWaitingCases } from '../organisations/useWaitingCases';
import styles from './Navigation.module.css';
import { sectionsFor, type Section, type SectionName } from './sections';
import { useUnread } from './useUnread';

/** The sections: a rail at the side of a wide screen, tabs at the foot of a narrow one. */
export function Navigation({ active, wide }: { active: string; wide: boolean }) {
  const t = useT();
  const me = useMe();
  const sections = sectionsFor(me);
  const runs = me.roles.some(({ role }) => role === 'administrator' || role === 'operator');
  const counts: Partial<Record<SectionName, number>> = { chats: useUnread(), school: useWaitingCases(runs) + useWaitingApplications() };
  return (
    <nav className={wide ? styles.rail : styles.tabs} aria-label={t('shell.sections')}>
      {wide && (
        <Link to="/settings/profile" className={styles.me}>
          <Avatar id={me.id} title={letteredName(me)} size={40} portrait={me.portrait} />
          <span className={styles.spoken}>{t('shell.profile')}</span>
        </Link>
      )}
      {sections.map((section) => (
        <Item
          key={section.name}
          section={section}
          active={section.name === active}
          count={counts[section.name] ?? 0}
        />
      ))}
    </nav>
  );
}

function Item({ section, active, count }: { section: Section; active: boolean; count: number }) {
  const t = useT();
  const { Icon, name, path, low } = section;
  return (
    <Link to={path} className={styles.item} data-low={low} aria-current={active ? 'page' : undefined}>
      <span className={styles.icon}>
        <Icon />
        {count > 0 && (
          <span className={styles.badge}>
            <Counter size="s" mode="primary" appearance="accent-red">
              <span aria-hidden="true">{count > 999 ? '999+' : count}</span>
            </Counter>
          </span>
        )}
      </span>
      <span className={styles.label}>{t(`shell.${name}`)}</span>
      {count > 0 && <span className={styles.spoken}>{t(name === 'school' ? 'shell.cases' : 'shell.unread', { count })}</span>}
    </Link>
  );
}
