import { Icon20MoreHorizontal } from '@vkontakte/icons';
import { IconButton } from '@vkontakte/vkui';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { confirm, toast } from '../../core/ui/dialogs';
import { briefName } from '../../core/ui/names';
import { Floating } from '../chat/Floating';
import menu from '../chat/MessageMenu.module.css';
import { PersonRow } from '../list/PersonRow';
import { liftBan } from '../rules/server';
import { texts } from '../rules/texts';
import { isForever } from '../rules/writing';
import { removeMember, setRole, type Member } from '../server/conversations';
import styles from './Info.module.css';
import { mayManage } from './rights';

const BanSheet = lazy(() => import('../rules/BanSheet'));

interface Props {
  member: Member;
  conversation: Conversation;
  onClose: () => void;
}

export function MemberRow({ member, conversation, onClose }: Props) {
  const t = useTexts(texts);
  const me = useStore((store) => store.data.me);
  const [banning, setBanning] = useState(false);
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const { person, role } = member;
  const again = useMembersAgain(conversation.id);
  const deeds = useDeeds(member, conversation, { ban: () => setBanning(true), again });
  const banned = useBanNote(member);
  const manageable = mayManage(conversation) && person.id !== me && role !== 'owner';
  return (
    <>
      <PersonRow
        person={person}
        register
        online={member.online}
        note={[role === 'member' ? '' : t(`info.role.${role}`), person.label, member.organisation, banned].filter(Boolean).join(' · ')}
        onClick={() => {
          onClose();
          navigate(`/people/${person.id}`);
        }}
      />
      {manageable && (
        <IconButton
          className={styles.more}
          label={t('info.member_actions', { name: briefName(person) })}
          aria-haspopup="menu"
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            setAt({ x: box.right - 260, y: box.bottom });
          }}
        >
          <Icon20MoreHorizontal />
        </IconButton>
      )}
      {at !== null && (
        <Floating at={at} label={t('info.member_actions', { name: briefName(person) })} onClose={() => setAt(null)}>
          {deeds.map(({ id, act, danger }) => (
            <button
              key={id}
              type="button"
              role="menuitem"
              className={danger ? menu.danger : menu.item}
              onClick={() => {
                setAt(null);
                act();
              }}
            >
              {t(id)}
            </button>
          ))}
        </Floating>
      )}
      <Suspense>{banning && <BanSheet conversation={conversation} person={person} onClose={() => setBanning(false)} onDone={again} />}</Suspense>
    </>
  );
}

/** Bans are nobody's business but the administrators', so no event tells them: the list is asked for again. */
function useMembersAgain(conversationId: number): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['members', conversationId] });
}

function useBanNote({ write_ban }: Member): string {
  const t = useTexts(texts);
  const dates = useDates();
  if (!write_ban) return '';
  return isForever(write_ban.until) ? t('rules.banned.forever') : t('rules.banned.until', { when: dates.dateTime(write_ban.until) });
}

interface Ways {
  ban: () => void;
  again: () => void;
}

function useDeeds({ person, role, write_ban }: Member, conversation: Conversation, { ban, again }: Ways) {
  const t = useTexts(texts);
  const explain = useExplain();
  const tell = (asked: Promise<unknown>) => void asked.catch((error: unknown) => toast(explain(error), { failed: true }));
  const remove = async () => {
    const name = briefName(person);
    const agreed = await confirm({ title: t('info.remove.ask', { name }), action: t('info.remove'), destructive: true });
    if (agreed) tell(removeMember(conversation.id, person.id));
  };
  const next = role === 'administrator' ? 'member' : 'administrator';
  const appoint = {
    id: role === 'administrator' ? 'info.demote' : 'info.promote',
    danger: false,
    act: () => tell(setRole(conversation.id, person.id, next)),
  };
  const hush = write_ban
    ? { id: 'rules.ban.lift', danger: false, act: () => tell(liftBan(conversation.id, person.id).then(again)) }
    : { id: 'rules.ban', danger: false, act: ban };
  return [
    ...(conversation.my_role === 'owner' ? [appoint] : []),
    ...(role === 'member' ? [hush] : []),
    { id: 'info.remove', danger: true, act: () => void remove() },
  ];
}
