import { isSlow } from '../core/live/line';
import { mergePage, type PageQuery } from '../core/store/merge';
import { gaps, lastRange, rangeAt } from '../core/store/ranges';
import { threadOf } from '../core/store/thread';
import { change, knowledge } from '../core/store/store';
import { getMessages } from './server/conversations';

/** On a slow line a screenful comes first; the rest follows as somebody scrolls. */
const page = (): number => (isSlow() ? 20 : 50);
const ENOUGH = 15;
const loading = new Map<string, Promise<void>>();

/** Asks for a page once, however many rows want it. */
function load(conversationId: number, query: PageQuery): Promise<void> {
  const key = `${conversationId}:${JSON.stringify(query)}`;
  const running = loading.get(key);
  if (running !== undefined) return running;
  const asked = getMessages(conversationId, query)
    .then((page) => change((state) => mergePage(state, conversationId, page, query)))
    .finally(() => loading.delete(key));
  loading.set(key, asked);
  return asked;
}

/** The newest messages, unless they are here already. */
export async function loadTail(conversationId: number): Promise<void> {
  const state = knowledge();
  const conversation = state.conversations[conversationId];
  const tail = lastRange(threadOf(state, conversationId).ranges);
  if (conversation !== undefined && tail !== null && tail[1] >= conversation.last_number && tail[1] - tail[0] >= ENOUGH) return;
  if (tail !== null && tail[0] === 1 && tail[1] >= (conversation?.last_number ?? 0)) return;
  await load(conversationId, { limit: page() });
}

/** What lies before `number`; nothing is asked beyond the beginning. */
export async function loadBefore(conversationId: number, number: number): Promise<void> {
  const thread = threadOf(knowledge(), conversationId);
  if (number <= (thread.floor ?? 1)) return;
  await load(conversationId, { before: number, limit: page() });
}

export async function loadAfter(conversationId: number, number: number): Promise<void> {
  await load(conversationId, { after: number, limit: page() });
}

/** The place of one message with both its sides, for jumps to what was quoted. */
export async function loadAround(conversationId: number, number: number): Promise<void> {
  const { ranges, floor } = threadOf(knowledge(), conversationId);
  const here = rangeAt(ranges, number);
  if (here !== null && gaps([here], Math.max(floor ?? 1, number - 5), number).length === 0) return;
  await load(conversationId, { around: number, limit: page() });
}
