import type { Problem } from '../../core/api/error';
import type { FileKind, NewContent, ReplyQuote } from '../../core/store/types';

/** A file on its way; its bytes lie in the device's store under the same id. */
export interface Attachment {
  id: string;
  name: string;
  content_type: string;
  kind: FileKind;
  size: number;
  width: number | null;
  height: number | null;
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

/** How far I have read; a later pointer replaces an earlier one. */
export interface ReadTask extends Common {
  kind: 'read';
  number: number;
}

export type Task = SendTask | EditTask | DeleteTask | ReactTask | ReadTask;

export const isSend = (task: Task): task is SendTask => task.kind === 'send';

/** What has to wait for what: one line per conversation, pointers beside it. */
export const lineOf = (task: Task): string => `${task.kind === 'read' ? 'read' : 'chat'}:${task.conversation_id}`;

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
  if (task.kind === 'read') return true;
  if (task.kind === 'edit' && was.kind === 'edit') return was.message_id === task.message_id;
  return task.kind === 'react' && was.kind === 'react' && was.message_id === task.message_id && was.emoji === task.emoji;
}
