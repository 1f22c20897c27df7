import { mergeConversation } from '../core/store/merge';
import { change, knowledge } from '../core/store/store';
import type { Conversation } from '../core/store/types';
import { needPeople } from './people';
import { createGroup, openDirect, openFavourites } from './server/conversations';

/** The chat with a person: the one that is here, or a new one. Answers its id. */
export async function startDirect(personId: number): Promise<number> {
  const known = Object.values(knowledge().conversations).find((chat) => chat.partner_id === personId);
  return known === undefined ? met(await openDirect(personId)) : known.id;
}

export async function startFavourites(): Promise<number> {
  const known = Object.values(knowledge().conversations).find((chat) => chat.kind === 'favourites');
  return known === undefined ? met(await openFavourites()) : known.id;
}

export async function startGroup(title: string, personIds: number[], parentsOnly: boolean): Promise<number> {
  return met(await createGroup(title, personIds, parentsOnly));
}

function met(conversation: Conversation): number {
  change((state) => mergeConversation(state, conversation));
  needPeople([conversation.partner_id ?? 0]);
  return conversation.id;
}
