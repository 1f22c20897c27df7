import { Icon20DownloadOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';

import { useTexts } from '../../core/i18n/useTexts';
import styles from './Journal.module.css';
import { texts } from './texts';
import { journalPath, queryOf, type Asked } from './useJournal';

/** What is shown, to take away for a spreadsheet. */
export function Take({ asked }: { asked: Asked }) {
  const t = useTexts(texts);
  const given = Object.entries(queryOf(asked)).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return (
    <div className={styles.take} role="group" aria-label={t('journal.take')}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          size="m"
          mode="secondary"
          stretched
          Component="a"
          href={`${journalPath(asked.organisation)}/table?${new URLSearchParams([...given, ['format', format]])}`}
          download
          before={<Icon20DownloadOutline aria-hidden="true" />}
          aria-label={t('journal.take.as', { format: format.toUpperCase() })}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </div>
  );
}
