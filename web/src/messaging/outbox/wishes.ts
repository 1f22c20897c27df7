import { randomId } from '../../core/api/random';
import { excerptOf } from '../../core/store/apply-conversation';
import type { KeptDraft } from '../../core/store/database';
import { readUpTo } from '../../core/store/apply-person';
import { withConversation } from '../../core/store/thread';
import { change, knowledge } from '../../core/store/store';
import type { Message, NewContent, ReplyQuote } from '../../core/store/types';
import { eraseDraft } from '../compose/drafts';
import { session } from '../session';
import { MEMORY } from './attachments';
import type { Attachment, OwnWish, SendTask, Task } from './tasks';

/** A file chosen in the composer: what is known of it, and its bytes. */
export interface Chosen {
  attachment: Attachment;
  blob: Blob;
}

export interface Draft {
  body: string;
  reply: Message | null;
  mentions: number[];
  files: readonly Chosen[];
  content?: NewContent | null;
  /** Written in the field of the chat, whose draft goes with it. */
  fromDraft?: boolean;
}

function queue(task: Task, blobs?: ReadonlyMap<string, Blob>, draft?: KeptDraft | null): void {
  void session()?.outbox.add(task, blobs, draft);
}

function common(conversation_id: number) {
  return {
    id: randomId(),
    conversation_id,
    order: session()?.outbox.nextOrder() ?? Date.now(),
    state: 'waiting' as const,
    problem: null,
  };
}

const quoteOf = (message: Message): ReplyQuote => ({
  id: message.id,
  number: message.number,
  author_id: message.author_id,
  excerpt: excerptOf(message.body),
  deleted: message.deleted,
  attachment: message.files[0]?.purpose ?? message.files[0]?.kind ?? (message.content?.sticker !== undefined ? 'sticker' : message.content?.poll !== undefined ? 'poll' : null),
});

/** Says it as soon as it can be said; shown at once, whatever the network does. */
export function sendMessage(conversationId: number, draft: Draft): void {
  for (const { attachment, blob } of draft.files) MEMORY.set(attachment.id, { blob, url: null });
  const blobs = new Map(draft.files.map(({ attachment, blob }) => [attachment.id, blob]));
  queue(
    {
      ...common(conversationId),
      kind: 'send',
      body: draft.body,
      reply_to: draft.reply === null ? null : quoteOf(draft.reply),
      mentions: draft.mentions,
      files: draft.files.map(({ attachment }) => attachment),
      content: draft.content ?? null,
      created_at: new Date().toISOString(),
    },
    blobs,
    draft.fromDraft === true ? eraseDraft(conversationId) : null,
  );
}

const on = (message: Message) => ({
  ...common(message.conversation_id),
  message_id: message.id,
  number: message.number,
});

export function editMessage(message: Message, body: string, mentions: number[]): void {
  if (body !== message.body) queue({ ...on(message), kind: 'edit', body, mentions });
}

export function removeMessage(message: Message, scope: 'all' | 'me'): void {
  queue({ ...on(message), kind: 'delete', scope });
}

/** The same emoji again takes the reaction back. */
export function react(message: Message, emoji: string): void {
  const mine = message.reactions.some((reaction) => reaction.emoji === emoji && reaction.mine);
  queue({ ...on(message), kind: 'react', emoji, on: !mine });
}

/** Keeps a message in my store, or takes it out. */
export function mark(message: Message, important: boolean): void {
  queue({ ...on(message), kind: 'mark', on: important });
}

export function confirmMessage(message: Message): void {
  queue({ ...on(message), kind: 'confirm', at: new Date().toISOString() });
}

/** Answers a poll; no options take the answer back. */
export function vote(message: Message, options: number[]): void {
  queue({ ...on(message), kind: 'vote', options: options.toSorted((a, b) => a - b) });
}

/** My pointer moves at once here, and at the server when it can be told. */
export function readTo(conversationId: number, number: number): void {
  const conversation = knowledge().conversations[conversationId];
  if (conversation === undefined || number <= conversation.read_number) return;
  change((state) => withConversation(state, readUpTo(state, conversation, number)));
  queue({ ...common(conversationId), kind: 'read', number });
}

/** How I want a chat to stand among mine; `order` is about all that are on top. */
export function wishFor(conversationId: number, wish: OwnWish): void {
  queue({ ...common(conversationId), kind: 'own', wish });
}

export function retryMessage(task: SendTask): void {
  void session()?.outbox.update(task.id, (was) => ({ ...was, state: 'waiting', problem: null }));
}

export function dropMessage(task: SendTask): void {
  session()?.runner.cancel(task.id);
  void session()?.outbox.remove(task.id);
}

/** One file fewer; a message left with nothing at all goes too. */
export function cancelFile(task: SendTask, fileId: string): void {
  const files = task.files.filter((file) => file.id !== fileId);
  if (files.length === 0 && task.body === '') return dropMessage(task);
  session()?.runner.cancel(task.id);
  void session()?.outbox.update(task.id, (was) => ({ ...was, files, state: 'waiting' }) as Task);
}
