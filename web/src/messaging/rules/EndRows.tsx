import { Icon24DeleteOutline, Icon24LockOutline } from '@vkontakte/icons';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { forgetConversation } from '../../core/store/apply-person';
import { change } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { confirm, toast } from '../../core/ui/dialogs';
import styles from '../info/Info.module.css';
import { closeGroup, deleteGroup } from './server';
import { texts } from './texts';

/** The end of a group, which only its owner brings about. */
export default function EndRows({ conversation, onLeft }: { conversation: Conversation; onLeft: () => void }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const { id, title } = conversation;
  const ask = async (deed: 'close' | 'delete') => {
    const agreed = await confirm({
      title: t(`rules.${deed}.ask`, { title }),
      text: t(`rules.${deed}.text`),
      action: t(`rules.${deed}.action`),
      destructive: true,
    });
    if (!agreed) return;
    try {
      await (deed === 'close' ? closeGroup(id) : deleteGroup(id));
      if (deed === 'close') return;
      change((state) => forgetConversation(state, id));
      onLeft();
    } catch (error) {
      toast(explain(error), { failed: true });
    }
  };
  return (
    <>
      {conversation.can_write && (
        <button type="button" className={[styles.line, styles.danger].join(' ')} onClick={() => void ask('close')}>
          <Icon24LockOutline aria-hidden="true" />
          <span>{t('rules.close')}</span>
        </button>
      )}
      <button type="button" className={[styles.line, styles.danger].join(' ')} onClick={() => void ask('delete')}>
        <Icon24DeleteOutline aria-hidden="true" />
        <span>{t('rules.delete')}</span>
      </button>
    </>
  );
}
