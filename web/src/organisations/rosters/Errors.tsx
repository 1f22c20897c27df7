import { Icon20DownloadOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';

import type { RosterImport } from '../../core/api/types';
import { useTexts } from '../../core/i18n/useTexts';
import styles from './Errors.module.css';
import { texts } from '../texts';
import { totals } from './totals';

/** How many rows want mending, and the table of them to keep beside the file. */
export function Errors({ roster }: { roster: RosterImport }) {
  const t = useTexts(texts);
  const { refused, warning } = totals(roster.summary);
  if (refused + warning === 0) return null;
  return (
    <div className={styles.errors}>
      <div className={styles.text}>
        <strong className={styles.title}>{t('lists.errors', { count: refused + warning })}</strong>
        <p className={styles.hint}>{t('lists.errors.hint')}</p>
      </div>
      <Button
        size="m"
        mode="secondary"
        Component="a"
        href={`/api/rosters/${roster.id}/refusals?format=xlsx`}
        download
        before={<Icon20DownloadOutline aria-hidden="true" />}
      >
        {t('lists.errors.take')}
      </Button>
    </div>
  );
}
