import { Icon12ClockOutline } from '@vkontakte/icons';
import { useEffect, useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { serverNow } from '../../core/live/clock';
import { leftText, nextTick } from './terms';
import { texts } from './texts';
import styles from './Time.module.css';

/** How long a message still lives, beside its time. */
export default function Countdown({ at }: { at: string }) {
  const t = useTexts(texts);
  const due = Date.parse(at);
  const [left, setLeft] = useState(() => (due - serverNow()) / 1000);
  useEffect(() => {
    const timer = setTimeout(() => setLeft((due - serverNow()) / 1000), nextTick(left));
    return () => clearTimeout(timer);
  }, [due, left]);
  const said = leftText(left, t);
  return (
    <span className={styles.left} role="img" aria-label={t('time.left', { left: said })} title={t('time.left', { left: said })}>
      <Icon12ClockOutline aria-hidden="true" />
      <span aria-hidden="true">{said}</span>
    </span>
  );
}
