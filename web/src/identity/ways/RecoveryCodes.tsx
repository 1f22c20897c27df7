import { Button } from '@vkontakte/vkui';

import { useTexts } from '../../core/i18n/useTexts';
import { texts } from './texts';
import styles from './Ways.module.css';

/** Ten codes, shown this once: to be kept as a file or on paper. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useTexts(texts);
  const download = () => {
    const text = `${t('codes.file')}\n\n${codes.join('\n')}\n`;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    link.download = 'parta-codes.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className={styles.form}>
      <p className={styles.note}>{t('codes.hint')}</p>
      <ul className={styles.codes} aria-label={t('codes.title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button size="m" mode="secondary" onClick={download}>
          {t('codes.download')}
        </Button>
        <Button size="m" mode="secondary" onClick={() => window.print()}>
          {t('codes.print')}
        </Button>
      </div>
      <Button size="l" stretched onClick={onKept}>
        {t('codes.kept')}
      </Button>
    </div>
  );
}
