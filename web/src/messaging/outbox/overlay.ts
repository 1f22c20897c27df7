import { addReaction, changeConfirmation, changePoll, hide, removeReaction, tombstone } from '../../core/store/apply-conversation';
import type { Message } from '../../core/store/types';
import type { Task } from './tasks';

/** The message as it will be once the tasks are told; a task the server has already answered changes nothing. */
export function overlay(message: Message, tasks: readonly Task[]): Message {
  return tasks.reduce(step, message);
}

function step(message: Message, task: Task): Message {
  if (task.state === 'refused') return message;
  if (task.kind === 'edit') {
    if (message.body === task.body) return message;
    return { ...message, body: task.body, mentions: task.mentions, edited_at: message.edited_at ?? new Date().toISOString() };
  }
  if (task.kind === 'delete') return task.scope === 'all' ? tombstone(message) : hide(message);
  if (task.kind === 'confirm') return confirmed(message, task.at);
  if (task.kind === 'vote') return task.state === 'done' ? message : changePoll({ voted: task.options.length > 0, mine: task.options })(message);
  if (task.kind === 'mark') return message.important === task.on ? message : { ...message, important: task.on };
  if (task.kind !== 'react') return message;
  const mine = message.reactions.some((reaction) => reaction.emoji === task.emoji && reaction.mine);
  if (mine === task.on) return message;
  const reactions = (task.on ? addReaction : removeReaction)(message.reactions, task.emoji, true);
  return { ...message, reactions };
}

/** A confirmation that the server has noted keeps its moment. */
function confirmed(message: Message, at: string): Message {
  const known = message.content?.confirmation?.mine_at ?? '';
  return Date.parse(known) >= Date.parse(message.edited_at ?? message.created_at) ? message : changeConfirmation({ mine_at: at })(message);
}

/** Tasks of one conversation by the number of the message they change. */
export function byNumber(tasks: readonly Task[], conversationId: number): Map<number, Task[]> {
  const found = new Map<number, Task[]>();
  for (const task of tasks) {
    if (task.conversation_id !== conversationId || !('number' in task) || task.kind === 'read') continue;
    found.set(task.number, [...(found.get(task.number) ?? []), task]);
  }
  return found;
}
