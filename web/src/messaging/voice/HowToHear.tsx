import { Button } from '@vkontakte/vkui';

import { Sheet } from '../../core/ui/Sheet';
import type { Lack } from './speech';
import { useVoiceTexts } from './texts';
import styles from './Transcript.module.css';

const STEPS = ['admin.step.1', 'admin.step.2', 'admin.step.3'];

/** Tells an administrator what the server lacks; nobody else sees the way here. */
export default function HowToHear({ lacks, onClose }: { lacks: Lack; onClose: () => void }) {
  const t = useVoiceTexts();
  return (
    <Sheet title={t('admin.title')} size={460} fit onClose={onClose}>
      <div className={styles.advice}>
        <p>{t('admin.lead')}</p>
        <p className={styles.lack}>{t(`admin.lacks.${lacks}`)}</p>
        <ol>
          {STEPS.map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
        <p className={styles.only}>{t('admin.only')}</p>
        <Button size="l" stretched onClick={onClose}>
          {t('admin.close')}
        </Button>
      </div>
    </Sheet>
  );
}
