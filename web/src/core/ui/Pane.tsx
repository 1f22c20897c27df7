import { IconButton } from '@vkontakte/vkui';
import { Icon28ArrowLeftOutline } from '@vkontakte/icons';
import type { ReactNode } from 'react';

import { useT } from '../i18n/useT';
import styles from './Pane.module.css';

interface Props {
  title: ReactNode;
  onBack?: (() => void) | undefined;
  after?: ReactNode;
  /** Stands under the title and does not scroll: a search field, tabs. */
  below?: ReactNode;
  children: ReactNode;
  /** Nothing inside takes focus, so the keyboard must scroll the body itself. */
  quiet?: boolean;
  /** The list's title is the page's first heading; the content's is the second. */
  level?: 1 | 2;
}

/** One column of the screen: a header that stays and content that scrolls. */
export function Pane({ title, onBack, after, below, children, quiet = false, level = 1 }: Props) {
  const t = useT();
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        {onBack && (
          <IconButton label={t('action.back')} onClick={onBack} className={styles.back}>
            <Icon28ArrowLeftOutline />
          </IconButton>
        )}
        <Heading className={styles.title}>{title}</Heading>
        {after}
      </header>
      {below && <div className={styles.below}>{below}</div>}
      <div className={styles.body} {...(quiet ? { tabIndex: 0, role: 'region', 'aria-label': String(title) } : {})}>
        {children}
      </div>
    </div>
  );
}
