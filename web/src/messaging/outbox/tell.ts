import { api, type CallOptions } from '../../core/api/client';
import { ApiError, isProblem } from '../../core/api/error';
import type { Live } from '../../core/live/live';
import type { Message } from '../../core/store/types';
import { tellDraft } from '../compose/drafts';
import { tellAnswer } from './answers';
import { tellOwn } from './own';
import type { ReactTask, SendTask, Task } from './tasks';

/** Says one task to the server; resolves with the message when a message was sent. */
export async function tell(task: Task, live: Live | null): Promise<Message | null> {
  // A request whose answer was lost is answered again, not done again.
  const once = { idempotencyKey: task.id };
  switch (task.kind) {
    case 'send':
      return sendMessage(task, live);
    case 'edit':
      await api.patch(`/api/messages/${task.message_id}`, { body: task.body, mentions: task.mentions }, once);
      return null;
    case 'delete':
      await api.delete(`/api/messages/${task.message_id}?for=${task.scope}`, once);
      return null;
    case 'react':
      await tellReaction(task, once);
      return null;
    case 'mark':
      await (task.on ? api.put(`/api/messages/${task.message_id}/important`, undefined, once) : api.delete(`/api/messages/${task.message_id}/important`, once));
      return null;
    case 'confirm':
    case 'vote':
      await tellAnswer(task, once);
      return null;
    case 'read':
      await api.put(`/api/conversations/${task.conversation_id}/reading`, { number: task.number }, once);
      return null;
    case 'own':
      await tellOwn(task);
      return null;
    case 'draft':
      await tellDraft(task);
      return null;
  }
}

async function tellReaction({ message_id, emoji, on }: ReactTask, once: CallOptions): Promise<void> {
  const reaction = `/api/messages/${message_id}/reactions/${encodeURIComponent(emoji)}`;
  await (on ? api.put(reaction, undefined, once) : api.delete(reaction, once));
}

/** Through the socket while it lives, by request otherwise; both know the client_id, so twice is once. */
async function sendMessage(task: SendTask, live: Live | null): Promise<Message | null> {
  const content = {
    client_id: task.id,
    body: task.body,
    reply_to_id: task.reply_to?.id ?? null,
    file_ids: task.files.flatMap((file) => (file.file_id === null ? [] : [file.file_id])),
    mentions: task.mentions,
    content: task.content ?? null,
  };
  const asked =
    live?.isReady === true
      ? live.send({ conversation_id: task.conversation_id, ...content })
      : api.post<Message>(`/api/conversations/${task.conversation_id}/messages`, content);
  // Kept until an administrator says yes: told, and shown with what waits; nothing is said yet.
  return asked.then(
    (said) => ('number' in said ? said : null),
    (reason: unknown) => {
      if (isProblem(reason, 'message_held')) return null;
      throw reason;
    },
  );
}

/** Whether saying it again could help, and after how many milliseconds at the earliest. */
export function worthRepeating(reason: unknown): { again: boolean; after: number } {
  // Anything but the server's own refusal is a broken line.
  if (!(reason instanceof ApiError)) return { again: true, after: 0 };
  const seconds = Number(reason.problem['retry_after'] ?? 1);
  if (reason.status === 429) return { again: true, after: seconds * 1000 };
  return { again: reason.passing || reason.status === 408 || reason.status === 401, after: 0 };
}
