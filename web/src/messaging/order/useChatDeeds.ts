import {
  Icon20ArchiveOutline,
  Icon20ArrowDownOutline,
  Icon20ArrowUpOutline,
  Icon20DoorArrowRightOutline,
  Icon20FolderSimplePlusOutline,
  Icon20MessageCheckOutline,
  Icon20MessageUnreadTopOutline,
  Icon20NotificationOutline,
  Icon20NotificationSlashOutline,
  Icon20PinOutline,
  Icon20PinSlashOutline,
  Icon20UnarchiveOutline,
} from '@vkontakte/icons';
import type { ComponentType } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { forgetConversation } from '../../core/store/apply-person';
import { change, knowledge } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { confirm, toast } from '../../core/ui/dialogs';
import { isMuted } from '../muting';
import { readTo, wishFor } from '../outbox/wishes';
import { removeMember } from '../server/conversations';
import { useArranged } from './arrange';
import { isUnread } from './folders';
import { pinnedOf, stepPinned } from './pinning';
import { texts } from './texts';

export interface ChatDeed {
  id: string;
  text: string;
  Icon: ComponentType<{ 'aria-hidden'?: 'true' }>;
  danger?: boolean;
  /** Goes on to another page of the menu instead of ending it. */
  leads?: boolean;
  act: () => void;
}

interface Pages {
  mute: () => void;
  folders: () => void;
}

type Deed = Omit<ChatDeed, 'text'>;

/** What may be done with a chat from the list, what loses something last. */
export function useChatDeeds(chat: Conversation, pages: Pages): ChatDeed[] {
  const t = useTexts(texts);
  const pinned = pinnedOf(Object.values(useArranged())).map((one) => one.id);
  const leave = useLeave(chat);
  const { id } = chat;
  const place = pinned.indexOf(id);
  const all: (Deed | false)[] = [
    place < 0
      ? { id: 'order.pin', Icon: Icon20PinOutline, act: () => wishFor(id, { what: 'pinned', on: true }) }
      : { id: 'order.unpin', Icon: Icon20PinSlashOutline, act: () => wishFor(id, { what: 'pinned', on: false }) },
    place > 0 && { id: 'order.up', Icon: Icon20ArrowUpOutline, act: () => stepPinned(id, -1) },
    place >= 0 && place < pinned.length - 1 && { id: 'order.down', Icon: Icon20ArrowDownOutline, act: () => stepPinned(id, 1) },
    isUnread(chat)
      ? { id: 'order.read', Icon: Icon20MessageCheckOutline, act: () => markRead(chat) }
      : { id: 'order.mark', Icon: Icon20MessageUnreadTopOutline, act: () => wishFor(id, { what: 'marked', on: true }) },
    chat.kind !== 'favourites' && muteDeed(chat, pages.mute),
    { id: 'order.folders.add', Icon: Icon20FolderSimplePlusOutline, leads: true, act: pages.folders },
    chat.archived
      ? { id: 'order.unarchive', Icon: Icon20UnarchiveOutline, act: () => wishFor(id, { what: 'archived', on: false }) }
      : { id: 'order.archive', Icon: Icon20ArchiveOutline, act: () => wishFor(id, { what: 'archived', on: true }) },
    chat.kind === 'group' && chat.automatic === null && {
      id: 'order.leave',
      Icon: Icon20DoorArrowRightOutline,
      danger: true,
      act: leave,
    },
  ];
  return all.filter((deed) => deed !== false).map((deed) => ({ ...deed, text: t(deed.id) }));
}

function muteDeed(chat: Conversation, choose: () => void): Deed {
  if (!isMuted(chat)) return { id: 'order.mute', Icon: Icon20NotificationSlashOutline, leads: true, act: choose };
  const act = () => wishFor(chat.id, { what: 'muted', until: null });
  return { id: 'order.unmute', Icon: Icon20NotificationOutline, act };
}

function markRead(chat: Conversation): void {
  if (chat.unread > 0) readTo(chat.id, chat.last_number);
  if (chat.marked_unread) wishFor(chat.id, { what: 'marked', on: false });
}

function useLeave(chat: Conversation): () => void {
  const t = useTexts(texts);
  const explain = useExplain();
  const leave = async () => {
    const agreed = await confirm({
      title: t('info.leave.ask', { title: chat.title }),
      text: t('info.leave.text'),
      action: t('info.leave.action'),
      destructive: true,
    });
    if (!agreed) return;
    try {
      await removeMember(chat.id, knowledge().me);
      change((state) => forgetConversation(state, chat.id));
    } catch (error) {
      toast(explain(error), { failed: true });
    }
  };
  return () => void leave();
}
