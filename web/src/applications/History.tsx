import { useDates } from '../core/i18n/useDates';
import { useTexts } from '../core/i18n/useTexts';
import { fullName } from '../core/ui/names';
import { Section } from '../core/ui/Page';
import styles from './Applications.module.css';
import type { Application } from './server';
import { texts } from './texts';

/** What has happened to an application, the newest first. */
export function History({ application }: { application: Application }) {
  const t = useTexts(texts);
  const dates = useDates();
  return (
    <Section title={t('history.title')}>
      <ul className={styles.history}>
        {application.history.map((step) => (
          <li key={step.at}>
            <span className={styles.name}>{t(`history.${step.state}`)}</span>
            <p className={styles.note}>{[dates.dateTime(step.at), step.by && fullName(step.by)].filter(Boolean).join(' · ')}</p>
            {step.reason && <p className={styles.words}>{step.reason}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
