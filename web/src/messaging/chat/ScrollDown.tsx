import { Icon24ChevronDown } from '@vkontakte/icons';

import { useT } from '../../core/i18n/useT';
import styles from './Timeline.module.css';

interface Props {
  shown: boolean;
  unread: number;
  onClick: () => void;
}

export function ScrollDown({ shown, unread, onClick }: Props) {
  const t = useT();
  if (!shown) return null;
  const label = unread > 0 ? t('chat.to_bottom.unread', { count: unread }) : t('chat.to_bottom');
  return (
    <button type="button" className={styles.down} onClick={onClick} aria-label={label} title={t('chat.to_bottom')}>
      <Icon24ChevronDown aria-hidden="true" />
      {unread > 0 && (
        <span className={styles.downCount} aria-hidden="true">
          {unread > 999 ? '999+' : unread}
        </span>
      )}
    </button>
  );
}
