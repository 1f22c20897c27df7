import type { Database } from '../../core/store/database';
import { uploadFile, UploadRefused } from '../../files/upload';
import { showProgress, type Outbox } from './outbox';
import type { Attachment, SendTask } from './tasks';

/**
 * Brings every attachment of a message to the server, in order, and answers the message ready to be said;
 * null when it cannot go on by itself: a file was refused, its bytes are gone, or everything was cancelled.
 */
export async function uploadAttachments(
  task: SendTask,
  outbox: Outbox,
  database: Database | null,
  signal: AbortSignal,
): Promise<SendTask | null> {
  for (const file of task.files) {
    if (file.file_id !== null) continue;
    const failed = await uploadOne(task.id, file, outbox, database, signal);
    if (signal.aborted) return null;
    if (failed) return refuse(task, outbox);
  }
  const now = outbox.tasks.find((one) => one.id === task.id);
  return now?.kind === 'send' ? now : null;
}

async function uploadOne(
  taskId: string,
  file: Attachment,
  outbox: Outbox,
  database: Database | null,
  signal: AbortSignal,
): Promise<boolean> {
  const kept = (await database?.uploads.get(file.id)) ?? MEMORY.get(file.id);
  if (kept === undefined) {
    await outbox.updateAttachment(taskId, file.id, { failed: true });
    return true;
  }
  try {
    const file_id = await uploadFile({
      blob: kept.blob,
      name: file.name,
      type: file.content_type,
      ...(file.purpose === undefined ? {} : { purpose: file.purpose }),
      url: kept.url,
      signal,
      started: (url) => void database?.uploads.update(file.id, { url }),
      progress: (sent) => showProgress(file.id, sent),
    });
    await outbox.updateAttachment(taskId, file.id, { file_id, failed: false });
    return false;
  } catch (reason) {
    if (!(reason instanceof UploadRefused)) throw reason;
    await outbox.updateAttachment(taskId, file.id, { failed: true });
    return true;
  }
}

async function refuse(task: SendTask, outbox: Outbox): Promise<null> {
  await outbox.update(task.id, (was) => ({ ...was, state: 'refused' }));
  return null;
}

/** Where the browser keeps no database, bytes wait in memory and do not survive a reload. */
export const MEMORY = new Map<string, { blob: Blob; url: string | null }>();
