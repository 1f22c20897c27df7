import type { Conversation } from '../../core/store/types';

const runs = ({ my_role }: Conversation): boolean => my_role === 'owner' || my_role === 'administrator';

/** The school keeps the members of automatic chats; in the others those who run them do. */
export const mayManage = (chat: Conversation): boolean => chat.kind === 'group' && runs(chat);
export const mayRename = (chat: Conversation): boolean => mayManage(chat) && chat.automatic === null;
