import { ApiError } from '../core/api/error';
import { backoff } from '../core/live/backoff';
import { mergeConversation } from '../core/store/merge';
import { change } from '../core/store/store';
import type { Conversation } from '../core/store/types';
import { needPeople } from './people';
import { getConversation } from './server/conversations';

const TRIES = 5;

/** A conversation this client has only heard of. No event tells of it again, so an answer that got lost is asked for again. */
export async function meetConversation(id: number): Promise<void> {
  const fresh = await ask(id);
  if (fresh === null) return;
  change((state) => mergeConversation(state, fresh));
  needPeople([fresh.partner_id ?? 0, fresh.last_message?.author_id ?? 0]);
}

async function ask(id: number): Promise<Conversation | null> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await getConversation(id);
    } catch (error) {
      const passes = error instanceof ApiError && (error.passing || error.status === 429);
      if (!passes || attempt + 1 >= TRIES) return null;
      await new Promise((go) => setTimeout(go, backoff(attempt + 1)));
    }
  }
}
