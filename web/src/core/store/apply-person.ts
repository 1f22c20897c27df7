import { callsMe, changeConfirmation, changePoll, hide } from './apply-conversation';
import { conversationStream, personStream, type Folders, type State } from './state';
import { withConversation, withThread } from './thread';
import type { Conversation, Message, PersonEvent } from './types';

/** One event of my own stream; the kinds that only make the client ask for something change nothing here. */
export function applyToPerson(state: State, event: PersonEvent): State {
  switch (event.kind) {
    case 'conversation_left':
      return forgetConversation(state, event.conversation_id);
    case 'reading_moved':
      return change(state, event.conversation_id, (was) => readUpTo(state, was, event.number));
    case 'message_hidden':
      return hideMessage(state, event.conversation_id, event.number);
    case 'message_marked':
      return markMessage(state, event.conversation_id, event.number, event.important);
    case 'confirmation_given':
      return changeOwn(state, event.conversation_id, event.number, changeConfirmation({ mine_at: event.at }));
    case 'confirmations_counted':
      return changeOwn(state, event.conversation_id, event.number, changeConfirmation({ confirmed: event.confirmed, total: event.total }));
    case 'poll_voted':
      return changeOwn(state, event.conversation_id, event.number, changePoll({ voted: event.options.length > 0, mine: event.options }));
    case 'muted':
      return change(state, event.conversation_id, (was) => ({ ...was, muted_until: event.until, mentions_pass: event.mentions_pass ?? false }));
    case 'chats_pinned':
      return pinChats(state, new Map(event.places));
    case 'chat_archived':
      return change(state, event.conversation_id, (was) => ({ ...was, archived: event.archived }));
    case 'chat_marked_unread':
      return change(state, event.conversation_id, (was) => ({ ...was, marked_unread: event.marked }));
    case 'folder_changed':
      return changeFolders(state, ({ own }) => ({ own: { ...own, [event.folder.id]: event.folder } }));
    case 'folder_removed':
      return changeFolders(state, ({ own: { [event.folder_id]: _gone, ...own } }) => ({ own }));
    case 'folders_arranged':
      return changeFolders(state, () => ({ tabs: event.tabs, hidden: event.hidden }));
    case 'scheduled_changed':
      return change(state, event.conversation_id, (was) => ({ ...was, scheduled: event.count }));
    case 'write_ban_changed':
      return change(state, event.conversation_id, (was) => ({ ...was, write_ban: event.until === null ? null : { until: event.until, reason: event.reason } }));
    case 'waiting_changed':
      return change(state, event.conversation_id, (was) => ({ ...was, waiting: { ...(event.held > 0 && { held: event.held }), ...(event.joins > 0 && { joins: event.joins }), version: (was.waiting?.version ?? 0) + 1 } }));
    case 'reaction_marked':
      return markReaction(state, event);
    default:
      return state;
  }
}

/** Nothing of a conversation stays, not even where its stream was. */
export function forgetConversation(state: State, id: number): State {
  const { [id]: _conversation, ...conversations } = state.conversations;
  const { [id]: _thread, ...threads } = state.threads;
  const { [conversationStream(id)]: _cursor, ...cursors } = state.cursors;
  return { ...state, conversations, threads, cursors };
}

/** My pointer only moves forward; the mention mark goes when no unread message mentions me. */
export function readUpTo(state: State, conversation: Conversation, number: number): Conversation {
  const read_number = Math.max(conversation.read_number, number);
  const unread = Math.max(0, conversation.last_number - read_number);
  const mentioned = conversation.mentioned && unread > 0 && mayMentionAfter(state, conversation, read_number);
  const marked_unread = conversation.marked_unread && number <= conversation.read_number;
  return { ...conversation, read_number, unread, mentioned, marked_unread };
}

function mayMentionAfter(state: State, conversation: Conversation, number: number): boolean {
  const messages = state.threads[conversation.id]?.messages ?? {};
  for (let at = number + 1; at <= conversation.last_number; at += 1) {
    const message = messages[at];
    if (message === undefined || callsMe(message, conversation, state.me)) return true;
  }
  return false;
}

const hideMessage = (state: State, id: number, number: number): State => changeOwn(state, id, number, hide);

const markMessage = (state: State, id: number, number: number, important: boolean): State =>
  changeOwn(state, id, number, (message) => ({ ...message, important }));

/** A message that changes for me alone, in its thread and as the last of its chat. */
export function changeOwn(state: State, id: number, number: number, how: (message: Message) => Message): State {
  const changed = change(state, id, (was) =>
    was.last_message?.number === number ? { ...was, last_message: how(was.last_message) } : was,
  );
  const thread = changed.threads[id];
  const message = thread?.messages[number];
  if (thread === undefined || message === undefined) return changed;
  return withThread(changed, id, { ...thread, messages: { ...thread.messages, [number]: how(message) } });
}

/** The event being applied, by its place in my own stream. */
const ownSeq = (state: State): number => state.cursors[personStream(state.me)] ?? 0;

/** What a snapshot has told already is not told again. */
/** In chats that tell nobody who reacted, my own reaction is told to my devices alone. */
function markReaction(state: State, { conversation_id, number, emoji, on }: Extract<PersonEvent, { kind: 'reaction_marked' }>): State {
  const mark = (message: Message): Message => ({
    ...message,
    reactions: message.reactions.map((reaction) => (reaction.emoji === emoji ? { ...reaction, mine: on } : reaction)),
  });
  const thread = state.threads[conversation_id];
  const message = thread?.messages[number];
  if (thread === undefined || message === undefined) return state;
  return withThread(state, conversation_id, { ...thread, messages: { ...thread.messages, [number]: mark(message) } });
}

function change(state: State, id: number, how: (was: Conversation) => Conversation): State {
  const conversation = state.conversations[id];
  const own_seq = ownSeq(state);
  if (conversation === undefined || conversation.own_seq >= own_seq) return state;
  return withConversation(state, { ...how(conversation), own_seq });
}

function pinChats(state: State, places: ReadonlyMap<number, number>): State {
  return Object.values(state.conversations)
    .filter((chat) => chat.pinned !== (places.get(chat.id) ?? null))
    .reduce((was, chat) => change(was, chat.id, (one) => ({ ...one, pinned: places.get(one.id) ?? null })), state);
}

function changeFolders(state: State, how: (was: Folders) => Partial<Folders>): State {
  const seq = ownSeq(state);
  const { folders } = state;
  if (folders.seq === null || folders.seq >= seq) return state;
  return { ...state, folders: { ...folders, ...how(folders), seq } };
}
