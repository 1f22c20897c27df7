import { Icon16CheckDoubleOutline, Icon16CheckOutline, Icon16ClockOutline, Icon16ErrorCircleOutline } from '@vkontakte/icons';

import { useT } from '../../core/i18n/useT';
import styles from './Checks.module.css';

export type Delivery = 'pending' | 'failed' | 'sent' | 'read';

const ICONS = {
  pending: Icon16ClockOutline,
  failed: Icon16ErrorCircleOutline,
  sent: Icon16CheckOutline,
  read: Icon16CheckDoubleOutline,
};

/** How far my message has got: a clock, one check, two checks. */
export function Checks({ state }: { state: Delivery }) {
  const t = useT();
  const Icon = ICONS[state];
  return (
    <span role="img" aria-label={t(`message.${state}`)} className={state === 'failed' ? styles.failed : styles.mark}>
      <Icon />
    </span>
  );
}
