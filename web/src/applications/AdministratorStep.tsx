import { useTexts } from '../core/i18n/useTexts';
import styles from './Applications.module.css';
import { Proof } from './Proof';
import { TextField } from './TextField';
import { texts } from './texts';

/** Who will administer, and whether the phone and the address are really there. */
export function AdministratorStep() {
  const t = useTexts(texts);
  return (
    <>
      <p className={styles.note}>{t('administrator.hint')}</p>
      <TextField field="family_name" most={60} />
      <TextField field="given_name" most={60} />
      <TextField field="patronymic" most={60} />
      <div className={styles.proof}>
        <TextField field="phone" most={40} hint type="tel" inputMode="tel" />
        <Proof kind="phone" />
      </div>
      <div className={styles.proof}>
        <TextField field="email" most={254} hint type="email" inputMode="email" />
        <Proof kind="email" />
      </div>
    </>
  );
}
