import { Icon20DownloadOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';

import { useTexts } from '../core/i18n/useTexts';
import styles from './PersonalData.module.css';
import { registerPath, type Show } from './server';
import { texts } from './texts';

/** The register as it is shown, for a spreadsheet. */
export function TakeRegister({ organisation, show }: { organisation: number; show: Show }) {
  const t = useTexts(texts);
  return (
    <div className={styles.buttons} role="group" aria-label={t('register.take')}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          size="m"
          mode="secondary"
          Component="a"
          href={`${registerPath(organisation)}/table?${new URLSearchParams({ show, format })}`}
          download
          before={<Icon20DownloadOutline aria-hidden="true" />}
          aria-label={t('register.take.as', { format: format.toUpperCase() })}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </div>
  );
}
