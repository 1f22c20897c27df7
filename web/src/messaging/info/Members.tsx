import { Icon24UserAddOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';

import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation } from '../../core/store/types';
import { ErrorState, LoadingState } from '../../core/ui/states';
import rows from '../list/ChatRows.module.css';
import styles from './Info.module.css';
import { MemberRow } from './MemberRow';
import { texts } from '../rules/texts';
import { may } from '../rules/writing';
import { useMembers } from './useMembers';

interface Props {
  conversation: Conversation;
  onAdd: () => void;
  onClose: () => void;
}

/** Members, small chats by surname as in a register. */
export function Members({ conversation, onAdd, onClose }: Props) {
  const t = useTexts(texts);
  const { members, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, hidden } = useMembers(conversation.id);
  return (
    <section aria-label={t('info.members')}>
      <h3 className={rows.section}>{t('chat.members', { count: conversation.members_count })}</h3>
      {may('invites', conversation) && (
        <button type="button" className={styles.line} onClick={onAdd}>
          <Icon24UserAddOutline aria-hidden="true" />
          <span>{t('info.add')}</span>
        </button>
      )}
      {hidden && <p className={styles.hint}>{t('rules.hidden')}</p>}
      {isPending && <LoadingState />}
      {error !== null && members.length === 0 && <ErrorState error={error} onRetry={() => void refetch()} />}
      <ul className={rows.plain}>
        {members.map((member) => (
          <li key={member.person.id} className={styles.member}>
            <MemberRow member={member} conversation={conversation} onClose={onClose} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="l" mode="tertiary" stretched loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
    </section>
  );
}
