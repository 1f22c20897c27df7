import type { Conversation } from '../core/store/types';

/** The server says "for ever" with a time nobody will see. */
const FAR_AWAY = '2100';

export function isMuted(chat: Conversation, now = Date.now()): boolean {
  if (chat.muted_until === null) return false;
  return chat.muted_until === 'forever' || chat.muted_until.includes('infinity') || Date.parse(chat.muted_until) > now;
}

export function isMutedForever(chat: Conversation): boolean {
  return isMuted(chat) && (Number.isNaN(Date.parse(chat.muted_until ?? '')) || (chat.muted_until ?? '') > FAR_AWAY);
}
