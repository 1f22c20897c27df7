import type { ReactNode } from 'react';

import styles from './Moderation.module.css';

/** A word or two about how something stands; never by colour alone. */
export function Tag({ tone, children }: { tone: 'good' | 'bad' | 'plain'; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
