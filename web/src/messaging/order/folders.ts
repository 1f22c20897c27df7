import type { Folders } from '../../core/store/state';
import type { ChatKind, Conversation, Folder } from '../../core/store/types';
import { isMuted } from '../muting';

/** Folders that are there without being made. */
export const READY_MADE = ['unread', 'classes', 'parents', 'direct', 'work'] as const;
export type ReadyMade = (typeof READY_MADE)[number];

export const ALL = 'all';

const KINDS: Record<string, ChatKind> = {
  class: 'classes',
  subject: 'subjects',
  class_parents: 'parents',
  parents_only: 'parents',
  teachers: 'work',
};

/** What sort of chat it is; «Избранное» is of none. */
export function kindOf(chat: Conversation): ChatKind | null {
  if (chat.kind === 'favourites') return null;
  if (chat.kind === 'direct') return 'direct';
  return KINDS[chat.automatic ?? ''] ?? (chat.parents_only ? 'parents' : 'groups');
}

export const isUnread = (chat: Conversation): boolean => chat.unread > 0 || chat.marked_unread;

const READY: Record<ReadyMade, (chat: Conversation) => boolean> = {
  unread: isUnread,
  classes: (chat) => ['classes', 'subjects'].includes(kindOf(chat) ?? ''),
  parents: (chat) => kindOf(chat) === 'parents',
  direct: (chat) => kindOf(chat) === 'direct',
  work: (chat) => kindOf(chat) === 'work',
};

/** Chosen chats are always there; the others come by their sort and stay out as the folder says. */
export function isIn(folder: Folder, chat: Conversation): boolean {
  if (folder.chat_ids.includes(chat.id)) return true;
  const kind = kindOf(chat);
  if (kind === null || !folder.kinds.includes(kind) || folder.without_ids.includes(chat.id)) return false;
  if (folder.unread_only && !isUnread(chat)) return false;
  if (folder.without_muted && isMuted(chat)) return false;
  return !(folder.without_archived && chat.archived);
}

const isReady = (key: string): key is ReadyMade => (READY_MADE as readonly string[]).includes(key);

/** Whether a chat is shown under a tab. The archive is apart, except where one's own folder takes it in. */
export function isUnder(tab: string, chat: Conversation, { own }: Folders): boolean {
  if (tab === ALL) return !chat.archived;
  if (isReady(tab)) return !chat.archived && READY[tab](chat);
  const folder = own[Number(tab)];
  return folder !== undefined && isIn(folder, chat);
}

/** Every folder in its order: as it was put, then those nobody has placed yet. */
export function ordered({ own, tabs }: Folders): string[] {
  const known = new Set([ALL, ...READY_MADE, ...Object.keys(own)]);
  const placed = tabs.filter((tab) => known.has(tab));
  const rest = [ALL, ...READY_MADE, ...Object.keys(own)].filter((tab) => !placed.includes(tab));
  // «Все» leads until somebody has put it elsewhere.
  return placed.includes(ALL) ? [...placed, ...rest] : [ALL, ...placed, ...rest.filter((tab) => tab !== ALL)];
}

/**
 * The tabs above the list. A ready-made folder is worth a tab only where it tells chats apart;
 * a single tab would say nothing at all.
 */
export function shownTabs(folders: Folders, chats: readonly Conversation[]): string[] {
  const open = chats.filter((chat) => !chat.archived);
  const separates = (tab: string): boolean => {
    const inside = open.filter((chat) => isUnder(tab, chat, folders)).length;
    return inside > 0 && inside < open.length;
  };
  const sorts = READY_MADE.filter((tab) => tab !== 'unread' && !folders.hidden.includes(tab) && separates(tab));
  const own = Object.keys(folders.own);
  if (sorts.length === 0 && own.length === 0) return [];
  const shown = new Set([ALL, ...sorts, ...own, ...(folders.hidden.includes('unread') ? [] : ['unread'])]);
  return ordered(folders).filter((tab) => shown.has(tab));
}

/** How many chats under a tab have something unread that may be heard. */
export function countUnread(tab: string, chats: readonly Conversation[], folders: Folders): number {
  return chats.filter((chat) => isUnread(chat) && !isMuted(chat) && isUnder(tab, chat, folders)).length;
}
