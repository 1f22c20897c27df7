import type { Me } from '../../core/api/types';
import type { Conversation } from '../../core/store/types';

const SMALL_GROUP = 30;

/** Who may ask for a confirmation; the server has the same table and the last word. */
export function mayAsk(chat: Conversation, me: Pick<Me, 'roles'>): boolean {
  if (chat.kind === 'favourites') return false;
  if (chat.kind === 'direct') return true;
  if (chat.automatic === null && chat.members_count <= SMALL_GROUP) return true;
  if (chat.my_role !== 'member') return true;
  return me.roles.some(
    ({ role, organisation_id }) =>
      (role === 'teacher' || role === 'administrator') && (chat.organisation_id === null || organisation_id === chat.organisation_id),
  );
}
