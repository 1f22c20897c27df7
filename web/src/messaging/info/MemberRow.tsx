import { Icon20MoreHorizontal } from '@vkontakte/icons';
import { IconButton } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain, useT } from '../../core/i18n/useT';
import { navigate } from '../../core/navigation/router';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { confirm, toast } from '../../core/ui/dialogs';
import { briefName } from '../../core/ui/names';
import { Floating } from '../chat/Floating';
import menu from '../chat/MessageMenu.module.css';
import { PersonRow } from '../list/PersonRow';
import { removeMember, setRole, type Member } from '../server/conversations';
import styles from './Info.module.css';
import { mayManage } from './rights';

interface Props {
  member: Member;
  conversation: Conversation;
  onClose: () => void;
}

export function MemberRow({ member, conversation, onClose }: Props) {
  const t = useT();
  const me = useStore((store) => store.data.me);
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const { person, role } = member;
  const deeds = useDeeds(member, conversation);
  const manageable = mayManage(conversation) && person.id !== me && role !== 'owner';
  return (
    <>
      <PersonRow
        person={person}
        register
        online={member.online}
        note={role === 'member' ? person.label : [t(`info.role.${role}`), person.label].filter(Boolean).join(' · ')}
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
    </>
  );
}

function useDeeds({ person, role }: Member, conversation: Conversation) {
  const t = useT();
  const explain = useExplain();
  const tell = (asked: Promise<unknown>) => void asked.catch((error: unknown) => toast(explain(error), { failed: true }));
  const remove = async () => {
    const name = briefName(person);
    const agreed = await confirm({ title: t('info.remove.ask', { name }), action: t('info.remove'), destructive: true });
    if (agreed) tell(removeMember(conversation.id, person.id));
  };
  const next = role === 'administrator' ? 'member' : 'administrator';
  return [
    {
      id: role === 'administrator' ? 'info.demote' : 'info.promote',
      danger: false,
      act: () => tell(setRole(conversation.id, person.id, next)),
    },
    { id: 'info.remove', danger: true, act: () => void remove() },
  ];
}
