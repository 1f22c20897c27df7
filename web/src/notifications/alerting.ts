/** Whether a message that has just come is worth a word, and of which kind it is. Pure. */
import type { Conversation, Message } from '../core/store/types';
import { isMuted } from '../messaging/muting';
import type { Kind } from './server';

/** What came in a tail after an absence is old news. */
const FRESH = 60_000;

const NAMING: ReadonlySet<Kind> = new Set(['mention', 'reply', 'confirmation']);

export interface Situation {
  me: number;
  now: number;
  /** The chat on the screen of this window, if somebody looks at it. */
  looking: number | null;
}

/** Why I am told of the message; null when I am not. */
export function reasonFor(
  message: Message,
  chat: Conversation | undefined,
  { me, now, looking }: Situation,
): Kind | null {
  if (chat === undefined || message.author_id === me || message.kind !== 'text' || message.deleted || message.hidden)
    return null;
  if (message.number <= chat.read_number || looking === chat.id) return null;
  if (now - Date.parse(message.created_at) > FRESH) return null;
  const kind = kindOf(message, chat, me);
  const passes = NAMING.has(kind) && chat.mentions_pass === true;
  return isMuted(chat, now) && !passes ? null : kind;
}

function kindOf({ content, mentions, reply_to }: Message, chat: Conversation, me: number): Kind {
  if (content?.confirmation) return 'confirmation';
  const called = content?.audience === 'all' || (content?.audience === 'teachers' && chat.teaches === true);
  if (called || mentions.includes(me)) return 'mention';
  if (reply_to?.author_id === me) return 'reply';
  if (chat.request !== null) return 'request';
  return chat.kind === 'direct' ? 'direct' : 'group';
}
