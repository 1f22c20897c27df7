import { Button, Progress } from '@vkontakte/vkui';

import { useDates } from '../core/i18n/useDates';
import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { toast } from '../core/ui/dialogs';
import { useSize } from '../files/useSize';
import { useMe } from '../identity/session';
import styles from './PersonalData.module.css';
import { archiveUrl, throwArchiveAway, type OwnArchive } from './server';
import { texts } from './texts';

/** One copy: in work, ready, or not made and why. */
export function ArchiveItem({ item, onGone }: { item: OwnArchive; onGone: () => void }) {
  const t = useTexts(texts);
  const dates = useDates();
  const size = useSize();
  const explain = useExplain();
  const own = item.about_id === useMe().id;
  const running = item.state === 'waiting' || item.state === 'running';
  const remove = () =>
    void throwArchiveAway(item.id).then(onGone, (reason: unknown) => toast(explain(reason), { failed: true }));
  return (
    <li className={styles.card}>
      <p className={styles.name}>{t(own ? 'archive.own' : 'archive.child')}</p>
      <p className={styles.note}>{dates.dateTime(item.created_at)}</p>
      {running && (
        <div role="status">
          <p className={styles.note}>
            {item.state === 'waiting' ? t('archive.waiting') : t('archive.running', { done: item.done, total: item.total })}
          </p>
          <Progress aria-label={t('archive.progress')} value={item.total ? Math.round((item.done / item.total) * 100) : 0} />
        </div>
      )}
      {item.state === 'failed' && (
        <p role="alert" className={styles.warning}>
          {t('archive.failed', { reason: item.problem ?? '' })}
        </p>
      )}
      {item.state === 'ready' && (
        <p className={styles.note}>
          {t('archive.ready', { size: size(item.size) })}
          {item.left_out > 0 && `. ${t('archive.left_out', { count: item.left_out })}`}
          {item.expires_at && `. ${t('archive.kept', { when: dates.dateTime(item.expires_at) })}`}
        </p>
      )}
      <div className={styles.buttons}>
        {item.state === 'ready' && (
          <Button Component="a" size="m" href={archiveUrl(item.id)} download>
            {t('archive.download')}
          </Button>
        )}
        <Button size="m" mode="tertiary" onClick={remove}>
          {t(running ? 'archive.cancel' : 'archive.remove')}
        </Button>
      </div>
    </li>
  );
}
