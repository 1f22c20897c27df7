import { Icon24ReportOutline } from '@vkontakte/icons';

import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { complain } from '../../core/ui/complaint';
import { titleOf } from '../titles';
import styles from './Info.module.css';

/** Complaining of a chat as a whole. */
export function Report({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const t = useT();
  const people = useStore((store) => store.data.people);
  const ask = () => {
    onClose();
    complain({ target: 'chat', id: conversation.id, about: titleOf(conversation, people, t) });
  };
  return (
    <button type="button" className={[styles.line, styles.danger].join(' ')} onClick={ask}>
      <Icon24ReportOutline aria-hidden="true" />
      <span>{t('action.report')}</span>
    </button>
  );
}
