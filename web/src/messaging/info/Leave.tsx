import { Icon24DoorArrowRightOutline } from '@vkontakte/icons';

import { useExplain, useT } from '../../core/i18n/useT';
import { forgetConversation } from '../../core/store/apply-person';
import { change, knowledge } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { confirm, toast } from '../../core/ui/dialogs';
import { removeMember } from '../server/conversations';
import styles from './Info.module.css';

/** The way out, for chats one may leave; the others say why not. */
export function Leave({ conversation, onLeft }: { conversation: Conversation; onLeft: () => void }) {
  const t = useT();
  const explain = useExplain();
  if (conversation.automatic !== null) return <p className={styles.hint}>{t('info.automatic')}</p>;
  const leave = async () => {
    const agreed = await confirm({
      title: t('info.leave.ask', { title: conversation.title }),
      text: t('info.leave.text'),
      action: t('info.leave.action'),
      destructive: true,
    });
    if (!agreed) return;
    try {
      await removeMember(conversation.id, knowledge().me);
      change((state) => forgetConversation(state, conversation.id));
      onLeft();
    } catch (error) {
      toast(explain(error), { failed: true });
    }
  };
  return (
    <button type="button" className={[styles.line, styles.danger].join(' ')} onClick={() => void leave()}>
      <Icon24DoorArrowRightOutline aria-hidden="true" />
      <span>{t('info.leave')}</span>
    </button>
  );
}
