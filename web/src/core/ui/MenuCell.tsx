import type { ReactNode } from 'react';
import { Icon24ChevronRight } from '@vkontakte/icons';

import { Link } from '../navigation/Link';
import styles from './MenuCell.module.css';

interface Props {
  to: string;
  icon: ReactNode;
  active: boolean;
  subtitle?: ReactNode;
  children: ReactNode;
}

/** A line of a section's menu that leads to one of its pages. */
export function MenuCell({ to, icon, active, subtitle, children }: Props) {
  return (
    <Link to={to} className={styles.cell} aria-current={active ? 'page' : undefined}>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.text}>
        <span className={styles.title}>{children}</span>
        {subtitle && <span className={styles.subtitle}>{subtitle}</span>}
      </span>
      <Icon24ChevronRight className={styles.chevron} />
    </Link>
  );
}
