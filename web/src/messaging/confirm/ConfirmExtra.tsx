import { Icon24Cancel } from '@vkontakte/icons';

import { useTexts } from '../../core/i18n/useTexts';
import type { Extras } from '../compose/extras';
import bar from '../compose/TargetBar.module.css';
import styles from './Asked.module.css';
import { texts } from './texts';

/** Over the field: the next message is to be confirmed. */
export default function ConfirmExtra({ extras }: { extras: Extras }) {
  const t = useTexts(texts);
  return (
    <div className={bar.bar}>
      <span className={styles.mark} aria-hidden="true">
        !!!
      </span>
      <div className={bar.excerpt} style={{ flex: 1 }}>
        {t('confirm.ask.on')}
      </div>
      <button type="button" className={bar.cancel} aria-label={t('confirm.ask.drop')} onClick={() => extras.drop('confirm')}>
        <Icon24Cancel aria-hidden="true" />
      </button>
    </div>
  );
}
