import type { Problem } from '../../core/api/error';
import type { FileKind, NewContent, Purpose, ReplyQuote } from '../../core/store/types';

/** A file on its way; its bytes lie in the device's store under the same id. */
export interface Attachment {
  id: string;
  name: string;
  content_type: string;
  kind: FileKind;
  size: number;
  width: number | null;
  height: number | null;
  /** Recorded here: what for, how long, and how it sounds. */
  purpose?: Purpose;
  duration_ms?: number;
  waveform?: string;
  /** The server's id, once every byte is there. */
  file_id: number | null;
  failed: boolean;
}

interface Common {
  id: string;
  conversation_id: number;
  /** Ascending: what was asked first is told first. */
  order: number;
  /** done: told, and shown until the stream has brought it. */
  state: 'waiting' | 'refused' | 'done';
  problem: Problem | null;
}

/** A message to send; `id` is its client_id, so that telling it twice sends it once. */
export interface SendTask extends Common {
  kind: 'send';
  body: string;
  reply_to: ReplyQuote | null;
  mentions: number[];
  files: Attachment[];
  content?: NewContent | null;
  created_at: string;
}

interface OnMessage extends Common {
  message_id: number;
  number: number;
}

export interface EditTask extends OnMessage {
  kind: 'edit';
  body: string;
  mentions: number[];
}

export interface DeleteTask extends OnMessage {
  kind: 'delete';
  scope: 'all' | 'me';
}

export interface ReactTask extends OnMessage {
  kind: 'react';
  emoji: string;
  on: boolean;
}

/** My mark on a message, wished or taken off. */
export interface MarkTask extends OnMessage {
  kind: 'mark';
  on: boolean;
}

/** That I have read a message which asks for it. */
export interface ConfirmTask extends OnMessage {
  kind: 'confirm';
  at: string;
}

/** My answer to a poll; no options take it back. */
export interface VoteTask extends OnMessage {
  kind: 'vote';
  options: number[];
}

/** How far I have read; a later pointer replaces an earlier one. */
export interface ReadTask extends Common {
  kind: 'read';
  number: number;
}

/** What I want of a chat's place among mine. */
export type OwnWish =
  | { what: 'pinned' | 'archived' | 'marked'; on: boolean }
  | { what: 'muted'; until: string | null; mentions_pass?: boolean }
  | { what: 'order'; ids: number[] };

/** My own order of chats: a later wish about the same thing replaces an earlier one. */
export interface OwnTask extends Common {
  kind: 'own';
  wish: OwnWish;
}

/** What I have begun in a chat, for my other devices; an empty text erases it. */
export interface DraftTask extends Common {
  kind: 'draft';
  body: string;
  reply_to_id: number | null;
  stamp: number;
  /** The newest draft of other devices that this one was written over. */
  seen: number;
}

export type Task = SendTask | EditTask | DeleteTask | ReactTask | MarkTask | ConfirmTask | VoteTask | ReadTask | OwnTask | DraftTask;

export const isSend = (task: Task): task is SendTask => task.kind === 'send';

/** What has to wait for what: one line per conversation, pointers and drafts beside it, my order of all chats apart. */
export function lineOf(task: Task): string {
  if (task.kind === 'own') return 'own';
  const beside = task.kind === 'read' || task.kind === 'draft';
  return `${beside ? task.kind : 'chat'}:${task.conversation_id}`;
}

/** The first task of every line that may be told now. */
export function heads(tasks: readonly Task[]): Task[] {
  const first = new Map<string, Task>();
  for (const task of tasks) {
    if (task.state === 'waiting' && !first.has(lineOf(task))) first.set(lineOf(task), task);
  }
  return [...first.values()];
}

/** A new task joins the line; it replaces those it makes pointless. */
export function enqueue(tasks: readonly Task[], task: Task): { tasks: Task[]; replaced: Task[] } {
  const replaced = tasks.filter((was) => was.state === 'waiting' && replaces(task, was));
  return { tasks: [...tasks.filter((was) => !replaced.includes(was)), task], replaced };
}

function replaces(task: Task, was: Task): boolean {
  if (task.kind !== was.kind || task.conversation_id !== was.conversation_id) return false;
  if (task.kind === 'read' || task.kind === 'draft') return true;
  if (task.kind === 'own' && was.kind === 'own') return was.wish.what === task.wish.what;
  if (task.kind === 'confirm' && was.kind === 'confirm') return was.message_id === task.message_id;
  if (task.kind === 'vote' && was.kind === 'vote') return was.message_id === task.message_id;
  if (task.kind === 'mark' && was.kind === 'mark') return was.message_id === task.message_id;
  if (task.kind === 'edit' && was.kind === 'edit') return was.message_id === task.message_id;
  return task.kind === 'react' && was.kind === 'react' && was.message_id === task.message_id && was.emoji === task.emoji;
}
