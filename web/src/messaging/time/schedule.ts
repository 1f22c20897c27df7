import { randomId } from '../../core/api/random';
import type { NewContent } from '../../core/store/types';
import { uploadFile } from '../../files/upload';
import type { Draft } from '../outbox/wishes';
import { schedule, type Scheduled } from './server';

const GIVE_UP = 10 * 60_000;

/** Leaves a message at the server to be sent later; its files go there now. Throws what the server refuses. */
export async function scheduleMessage(conversationId: number, draft: Draft & { content: NewContent | null }, at: Date): Promise<Scheduled> {
  const file_ids: number[] = [];
  for (const { attachment, blob } of draft.files) {
    file_ids.push(
      await uploadFile({
        blob,
        name: attachment.name,
        type: attachment.content_type,
        ...(attachment.purpose === undefined ? {} : { purpose: attachment.purpose }),
        url: null,
        signal: AbortSignal.timeout(GIVE_UP),
        started: () => undefined,
        progress: () => undefined,
      }),
    );
  }
  return schedule(conversationId, {
    client_id: randomId(),
    at: at.toISOString(),
    body: draft.body,
    reply_to_id: draft.reply?.id ?? null,
    file_ids,
    mentions: draft.mentions,
    content: draft.content,
  });
}
