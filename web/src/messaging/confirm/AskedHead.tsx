import { useTexts } from '../../core/i18n/useTexts';
import type { Confirmation } from '../../core/store/types';
import styles from './Asked.module.css';
import { texts } from './texts';

/** «!!!» over a message that is to be confirmed. */
export default function AskedHead({ confirmation, mine }: { confirmation: Confirmation; mine: boolean }) {
  const t = useTexts(texts);
  const said = mine ? 'confirm.asked.mine' : confirmation.required ? 'confirm.asked' : 'confirm.later';
  return (
    <div className={styles.head}>
      <span className={styles.mark} aria-hidden="true">
        !!!
      </span>
      <span>{t(said)}</span>
    </div>
  );
}
