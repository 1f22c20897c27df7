import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { useStore } from '../../core/store/store';
import type { Conversation, MemberRole } from '../../core/store/types';
import { confirm, toast } from '../../core/ui/dialogs';
import { briefName } from '../../core/ui/names';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { PersonRow } from '../list/PersonRow';
import { setRole, type Member } from '../server/conversations';
import { useMembers } from '../info/useMembers';
import styles from './Rules.module.css';
import { handOver } from './server';
import { texts } from './texts';

/** Who keeps order here; the owner appoints, and may hand the chat over. */
export default function AdministratorsSheet({ conversation }: { conversation: Conversation }) {
  const t = useTexts(texts);
  const { members, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMembers(conversation.id);
  const [appointing, setAppointing] = useState(false);
  const owner = conversation.my_role === 'owner';
  const keepers = members.filter((member) => member.role !== 'member').sort(byRole);
  const others = members.filter((member) => member.role === 'member');
  if (isPending) return <LoadingState />;
  if (error !== null && members.length === 0) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <div className={styles.form}>
      <p className={styles.hint}>{t('rules.administrators.hint')}</p>
      <ul className={styles.list}>
        {keepers.map((member) => (
          <Keeper key={member.person.id} member={member} conversation={conversation} />
        ))}
      </ul>
      {conversation.automatic !== null && conversation.automatic !== 'parents_only' && <p className={styles.hint}>{t('rules.administrators.roster')}</p>}
      {owner && !appointing && (
        <div className={styles.foot}>
          <Button mode="secondary" onClick={() => setAppointing(true)}>
            {t('rules.administrators.add')}
          </Button>
        </div>
      )}
      {owner && appointing && (
        <section aria-label={t('rules.administrators.choose')}>
          <h4 className={styles.heading}>{t('rules.administrators.choose')}</h4>
          {others.length === 0 && !hasNextPage && <p className={styles.hint}>{t('rules.administrators.nobody')}</p>}
          <ul className={styles.list}>
            {others.map((member) => (
              <Candidate key={member.person.id} member={member} conversation={conversation} />
            ))}
          </ul>
          {hasNextPage && (
            <Button size="l" mode="tertiary" stretched loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('action.more')}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}

const byRole = (a: Member, b: Member): number => Number(b.role === 'owner') - Number(a.role === 'owner');

function useTell() {
  const explain = useExplain();
  return (asked: Promise<unknown>, done?: () => void) =>
    void asked.then(done, (error: unknown) => toast(explain(error), { failed: true }));
}

function Keeper({ member, conversation }: { member: Member; conversation: Conversation }) {
  const t = useTexts(texts);
  const tell = useTell();
  const me = useStore((store) => store.data.me);
  const { person, role } = member;
  const name = briefName(person);
  const appointed = conversation.automatic !== null && conversation.automatic !== 'parents_only';
  const pass = async () => {
    const agreed = await confirm({
      title: t('rules.hand_over.ask', { name }),
      text: t('rules.hand_over.text'),
      action: t('rules.hand_over.action'),
      destructive: true,
    });
    if (agreed) tell(handOver(conversation.id, person.id), () => toast(t('rules.hand_over.done', { name })));
  };
  const note = [t(`info.role.${role}`), person.id === me ? t('rules.you') : person.label].filter(Boolean).join(' · ');
  return (
    <li>
      <PersonRow person={person} register online={member.online} note={note} onClick={() => navigate(`/people/${person.id}`)} />
      {conversation.my_role === 'owner' && person.id !== me && role === 'administrator' && (
        <div className={styles.foot}>
          <Button size="s" mode="secondary" onClick={() => tell(setRole(conversation.id, person.id, 'member' satisfies MemberRole))}>
            {t('info.demote')}
          </Button>
          {!appointed && (
            <Button size="s" mode="tertiary" onClick={() => void pass()}>
              {t('rules.hand_over')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Candidate({ member, conversation }: { member: Member; conversation: Conversation }) {
  const tell = useTell();
  return (
    <li>
      <PersonRow person={member.person} register online={member.online} onClick={() => tell(setRole(conversation.id, member.person.id, 'administrator'))} />
    </li>
  );
}
