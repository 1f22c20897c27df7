import { changeMessage, changeQuotes, putMessage, withConversation } from './thread';
import type { State } from './state';
import type { Confirmation, Conversation, ConversationEvent, Message, Poll, Reaction } from './types';

type Kind = ConversationEvent['kind'];
type Of<K extends Kind> = Extract<ConversationEvent, { kind: K }>;
type Step<K extends Kind> = (state: State, conversationId: number, seq: number, event: Of<K>) => State;

/** The server cuts quotes at this length; an edit has to be cut alike. */
const EXCERPT_LENGTH = 140;

export const excerptOf = (body: string): string => [...body].slice(0, EXCERPT_LENGTH).join('');

const STEPS: { [K in Kind]: Step<K> } = {
  message_added: addMessage,
  message_edited: (state, id, seq, event) => {
    const edit = (message: Message): Message => ({
      ...message,
      body: event.body,
      mentions: event.mentions,
      edited_at: event.edited_at,
    });
    const edited = changeMessage(state, id, event.number, seq, (message) => (message.hidden ? message : edit(message)));
    return changeQuotes(edited, id, event.number, (quote) => ({
      ...quote,
      excerpt: excerptOf(event.body),
    }));
  },
  message_deleted: (state, id, seq, event) => {
    const deleted = unheard(changeMessage(state, id, event.number, seq, tombstone), id, seq, event.number);
    return changeQuotes(deleted, id, event.number, (quote) => ({ ...quote, excerpt: '', deleted: true, attachment: null }));
  },
  message_brought_back: (state, id, seq, { message }) => {
    const back = changeMessage(state, id, message.number, seq, (was) => (was.hidden ? was : message));
    return changeQuotes(back, id, message.number, (quote) => ({ ...quote, excerpt: excerptOf(message.body), deleted: false }));
  },
  reaction_added: (state, id, seq, event) =>
    changeMessage(state, id, event.number, seq, (message) => ({
      ...message,
      reactions: addReaction(message.reactions, event.emoji, event.person_id === state.me),
    })),
  reaction_removed: (state, id, seq, event) =>
    changeMessage(state, id, event.number, seq, (message) => ({
      ...message,
      reactions: removeReaction(message.reactions, event.emoji, event.person_id === state.me),
    })),
  member_portrayed: (state, _id, _seq, { person_id, portrait }) => {
    const person = state.people[person_id];
    return person ? { ...state, people: { ...state.people, [person_id]: { ...person, portrait } } } : state;
  },
  member_joined: (state, id, seq) => membersMoved(state, id, seq, 1),
  member_left: (state, id, seq) => membersMoved(state, id, seq, -1),
  member_changed: (state, id, seq, event) =>
    changeConversation(noteMembers(state, id), id, seq, (conversation) =>
      event.person_id === state.me ? { ...conversation, my_role: event.role } : conversation,
    ),
  conversation_changed: (state, id, seq, event) => changeConversation(state, id, seq, (was) => merged(was, event)),
  lifetime_changed: (state, id, seq, event) => changeConversation(state, id, seq, (was) => ({ ...was, lifetime: event.lifetime })),
  settings_changed: (state, id, seq, event) => changeConversation(state, id, seq, (was) => ({ ...was, settings: event.settings })),
  file_ready: (state, id, seq, event) =>
    changeMessage(state, id, event.number, seq, (message) => ({
      ...message,
      files: message.files.map((file) => (file.id === event.file.id ? event.file : file)),
    })),
  transcript_changed: (state, id, seq, { number, state: heard, text, edited }) =>
    changeMessage(state, id, number, seq, (message) =>
      message.hidden ? message : { ...message, content: { ...message.content, transcript: { state: heard, text, edited } } },
    ),
  poll_counted: (state, id, seq, { number, counts, voters, closed, right, explanation }) =>
    changeMessage(state, id, number, seq, changePoll({ counts, voters, closed, ...(closed ? { right, explanation } : {}) })),
  message_pinned: pinsMoved,
  message_unpinned: pinsMoved,
  request_answered: (state, id, seq, event) =>
    changeConversation(state, id, seq, (conversation) =>
      event.accepted
        ? { ...conversation, request: null, can_write: true }
        : {
            ...conversation,
            can_write: false,
            request: conversation.request && { ...conversation.request, state: 'declined' },
          },
    ),
};

/** One event of a conversation's stream; an unknown kind (a newer server) changes nothing. */
export function applyToConversation(
  state: State,
  conversationId: number,
  seq: number,
  event: ConversationEvent,
): State {
  const step = STEPS[event.kind] as Step<Kind> | undefined;
  return step === undefined ? state : step(state, conversationId, seq, event as Of<Kind>);
}

function addMessage(state: State, id: number, seq: number, { message: said, absent }: Of<'message_added'>): State {
  // The stream says the same to all: that whoever said «!!!» need not confirm it is for us to know.
  const message = said.author_id === state.me ? changeConfirmation({ required: false })(said) : said;
  const added = putMessage(state, message, seq);
  return changeConversation(added, id, seq, (conversation) => {
    if (message.number <= conversation.last_number) return conversation;
    const mine = message.author_id === state.me;
    // What the house said in one's absence does not mean that one has read what came before.
    const read = mine && (!absent || conversation.read_number === message.number - 1);
    const read_number = read ? message.number : conversation.read_number;
    return {
      ...conversation,
      last_number: message.number,
      last_message: message,
      read_number,
      others_read_number: mine
        ? conversation.others_read_number
        : Math.max(conversation.others_read_number, message.number),
      unread: Math.max(0, message.number - read_number),
      // Whoever asks for a chat says one thing, then waits for the answer.
      can_write: conversation.can_write && !(mine && conversation.request !== null),
      ...(mine && message.kind === 'text' && slowed(conversation) ? { said_at: message.created_at } : {}),
      mentioned: !mine && (conversation.mentioned || callsMe(message, conversation, state.me)),
    };
  });
}

/** A message whose poll stands otherwise; one without a poll stays. */
export const changePoll =
  (how: Partial<Poll>) =>
  (message: Message): Message =>
    message.content?.poll ? { ...message, content: { ...message.content, poll: { ...message.content.poll, ...how } } } : message;

/** A message that asks otherwise for its confirmation. */
export const changeConfirmation =
  (how: Partial<Confirmation>) =>
  (message: Message): Message =>
    message.content?.confirmation
      ? { ...message, content: { ...message.content, confirmation: { ...message.content.confirmation, ...how } } }
      : message;

/** By name, or with all whom it calls. */
export function callsMe({ mentions, content }: Message, { teaches }: Conversation, me: number): boolean {
  const audience = content?.audience;
  return mentions.includes(me) || audience === 'all' || (audience === 'teachers' && teaches === true);
}

/** Only here does it matter when one spoke last. */
const slowed = ({ settings, my_role }: Conversation): boolean => (settings?.slow_mode ?? 0) > 0 && my_role === 'member';

/** Words taken back before we heard them leave only their number: the message itself is fetched as history. */
function unheard(state: State, id: number, seq: number, number: number): State {
  return changeConversation(state, id, seq, (was) =>
    number <= was.last_number ? was : { ...was, last_number: number, unread: Math.max(0, number - was.read_number) },
  );
}

function changeConversation(state: State, id: number, seq: number, change: (was: Conversation) => Conversation): State {
  const conversation = state.conversations[id];
  if (conversation === undefined || conversation.seq >= seq) return state;
  return withConversation(state, change(conversation));
}

function merged(was: Conversation, event: Of<'conversation_changed'>): Conversation {
  if (event.opened === true) return merged({ ...was, can_write: was.request === null }, { ...event, opened: false });
  if (event.closed === true) return merged({ ...was, can_write: false }, { ...event, closed: false });
  const fields = Object.entries(event).filter(([name]) => name !== 'kind' && name !== 'id' && name in was);
  return { ...was, ...(Object.fromEntries(fields) as Partial<Conversation>) };
}

function membersMoved(state: State, id: number, seq: number, by: number): State {
  return changeConversation(noteMembers(state, id), id, seq, (was) => ({
    ...was,
    members_count: Math.max(0, was.members_count + by),
  }));
}

/** Lists of pins ask again. */
function pinsMoved(state: State, id: number, seq: number, { pins }: { pins: number }): State {
  const pinChanges = { ...state.pinChanges, [id]: (state.pinChanges[id] ?? 0) + 1 };
  return changeConversation({ ...state, pinChanges }, id, seq, (was) => ({ ...was, pins }));
}

function noteMembers(state: State, id: number): State {
  return { ...state, memberChanges: { ...state.memberChanges, [id]: (state.memberChanges[id] ?? 0) + 1 } };
}

const NOTHING = { body: '', files: [], mentions: [], reactions: [], reply_to: null, content: null, edited_at: null, important: false };

/** What stays of a message deleted for oneself: its place. */
export function hide(message: Message): Message {
  return { ...message, ...NOTHING, hidden: true };
}

/** What stays of a message deleted for all: its place. */
export function tombstone(message: Message): Message {
  return { ...message, ...NOTHING, service: null, deleted: true };
}

export function addReaction(reactions: readonly Reaction[], emoji: string, mine: boolean): Reaction[] {
  if (!reactions.some((reaction) => reaction.emoji === emoji)) return [...reactions, { emoji, count: 1, mine }];
  return reactions.map((was) => (was.emoji === emoji ? { emoji, count: was.count + 1, mine: was.mine || mine } : was));
}

export function removeReaction(reactions: readonly Reaction[], emoji: string, mine: boolean): Reaction[] {
  return reactions
    .map((was) => (was.emoji === emoji ? { emoji, count: was.count - 1, mine: was.mine && !mine } : was))
    .filter((reaction) => reaction.count > 0);
}
