import { api, type CallOptions } from '../../core/api/client';
import { ApiError } from '../../core/api/error';
import { changeConfirmation, changePoll } from '../../core/store/apply-conversation';
import { changeOwn } from '../../core/store/apply-person';
import { change } from '../../core/store/store';
import type { Poll } from '../../core/store/types';
import type { ConfirmTask, VoteTask } from './tasks';

interface Where {
  conversation_id: number;
  message_id: number;
  number: number;
}

/** Tells the server that I have read, or what I choose, and shows at once what it answers. */
export async function tellAnswer(task: ConfirmTask | VoteTask, once: CallOptions): Promise<void> {
  if (task.kind === 'vote') return tellVote(task);
  const { at } = await api.put<{ at: string }>(`/api/messages/${task.message_id}/confirmation`, undefined, once);
  change((state) => changeOwn(state, task.conversation_id, task.number, changeConfirmation({ mine_at: at })));
}

async function tellVote(task: VoteTask): Promise<void> {
  const path = `/api/messages/${task.message_id}/vote`;
  try {
    if (task.options.length > 0) showPoll(task, await api.put<Poll>(path, { options: task.options }));
    else {
      await api.delete(path);
      await readPoll(task);
    }
  } catch (reason) {
    if (!(reason instanceof ApiError) || !(reason.code === 'already_voted' || reason.code === 'poll_closed')) throw reason;
    const poll = await readPoll(task);
    // An answer that was lost on its way back looks the same as a second vote: nobody can tell them apart here.
    if (!(reason.code === 'already_voted' && poll.anonymous)) throw reason;
  }
}

/** How a poll stands for me: asked when another device of mine has voted. */
export async function readPoll(where: Where): Promise<Poll> {
  const poll = await api.get<Poll>(`/api/messages/${where.message_id}/poll`);
  showPoll(where, poll);
  return poll;
}

function showPoll({ conversation_id, number }: Where, poll: Poll): void {
  change((state) => changeOwn(state, conversation_id, number, changePoll(poll)));
}
