import type { ReactNode } from 'react';

import { Link } from '../navigation/Link';
import { Avatar } from './Avatar';
import { displayName, letteredName } from './names';
import { PersonName, type Nameable } from './PersonName';
import styles from './PersonCell.module.css';

interface Props {
  person: Nameable & { id: number; portrait?: number };
  as?: (person: Nameable) => string;
  subtitle?: ReactNode;
  after?: ReactNode;
  online?: boolean;
  active?: boolean;
  /** A link to the person's page, or a deed: one of the two. */
  to?: string;
  onClick?: () => void;
}

/** One line of any list of people. */
export function PersonCell({
  person,
  as = displayName,
  subtitle,
  after,
  online = false,
  active = false,
  to,
  onClick,
}: Props) {
  const inside = (
    <>
      <Avatar id={person.id} title={letteredName(person)} size={48} online={online} portrait={person.portrait} />
      <span className={styles.text}>
        <span className={styles.name}>
          <PersonName person={person} as={as} />
        </span>
        {subtitle && <span className={styles.subtitle}>{subtitle}</span>}
      </span>
      {after && <span className={styles.after}>{after}</span>}
    </>
  );
  if (to) {
    return (
      <Link to={to} className={styles.cell} aria-current={active ? 'page' : undefined}>
        {inside}
      </Link>
    );
  }
  if (!onClick) return <div className={styles.cell}>{inside}</div>;
  return (
    <button type="button" className={styles.cell} onClick={onClick}>
      {inside}
    </button>
  );
}
