import type { ReactNode } from 'react';

import { useT } from '../core/i18n/useT';
import styles from './Door.module.css';
import { Logo } from './Logo';

interface Props {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  wide?: boolean;
}

/** The page before the rooms: a mark, a question, one thing to do. */
export function Door({ title, hint, children, foot, wide = false }: Props) {
  const t = useT();
  return (
    <main className={styles.page}>
      <div className={styles.card} data-wide={wide}>
        <div className={styles.brand}>
          <Logo size={56} />
          <span className={styles.name}>{t('app.name')}</span>
        </div>
        <h1 className={styles.title}>{title}</h1>
        {hint && <p className={styles.hint}>{hint}</p>}
        {children}
      </div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </main>
  );
}
