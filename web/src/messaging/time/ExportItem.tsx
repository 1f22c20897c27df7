import { Button, Progress } from '@vkontakte/vkui';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { useExplain } from '../../core/i18n/useT';
import { toast } from '../../core/ui/dialogs';
import { useSize } from '../../files/useSize';
import { exportUrl, forgetExport, type Export } from './server';
import { texts } from './texts';
import styles from './Time.module.css';

/** One copy: in work, ready, or not made and why. */
export function ExportItem({ item, onGone }: { item: Export; onGone: () => void }) {
  const t = useTexts(texts);
  const dates = useDates();
  const size = useSize();
  const explain = useExplain();
  const forget = () =>
    void forgetExport(item.id).then(onGone, (reason: unknown) => toast(explain(reason), { failed: true }));
  const running = item.state === 'waiting' || item.state === 'running';
  return (
    <li className={styles.item}>
      <div className={styles.when}>
        {t(`export.${item.format}`)} · {dates.dateTime(item.created_at)}
      </div>
      {running && <Running item={item} />}
      {item.state === 'failed' && (
        <div role="alert" className={styles.refused}>
          {t('export.failed', { reason: item.problem ?? '' })}
        </div>
      )}
      {item.state === 'ready' && (
        <div className={styles.words}>
          {t('export.ready', { size: size(item.size) })}
          {item.left_out > 0 && `. ${t('export.left_out', { count: item.left_out })}`}
        </div>
      )}
      {item.state === 'ready' && item.expires_at !== null && <div className={styles.when}>{t('export.kept', { when: dates.dateTime(item.expires_at) })}</div>}
      <div className={styles.buttons}>
        {item.state === 'ready' && (
          <Button Component="a" size="m" href={exportUrl(item.id)} download>
            {t('export.download')}
          </Button>
        )}
        <Button size="m" mode="tertiary" onClick={forget}>
          {t(running ? 'export.cancel' : 'export.remove')}
        </Button>
      </div>
    </li>
  );
}

function Running({ item }: { item: Export }) {
  const t = useTexts(texts);
  const part = item.total === 0 ? 0 : Math.round((item.done / item.total) * 100);
  return (
    <div role="status">
      <div className={styles.words}>{item.state === 'waiting' ? t('export.waiting') : t('export.running', { done: item.done, total: item.total })}</div>
      <Progress aria-label={t('export.progress')} value={part} />
    </div>
  );
}
