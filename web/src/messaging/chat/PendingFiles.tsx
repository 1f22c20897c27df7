import { lazy, Suspense, useEffect, useState } from 'react';

import { PendingFile } from '../../files/PendingFile';
import { MEMORY } from '../outbox/attachments';
import { useOutbox } from '../outbox/outbox';
import type { Attachment, SendTask } from '../outbox/tasks';
import { session } from '../session';
import { useChatActs } from './context';
import styles from './PendingFiles.module.css';

const PendingRecording = lazy(() => import('../voice/PendingRecording'));

/** Files of a message on their way: each with its progress and a way to stop it. */
export function PendingFiles({ task }: { task: SendTask }) {
  return (
    <div className={styles.files}>
      {task.files.map((file) =>
        file.purpose === undefined ? (
          <Pending key={file.id} file={file} task={task} />
        ) : (
          <Suspense key={file.id}>
            <PendingRecording file={file} task={task} />
          </Suspense>
        ),
      )}
    </div>
  );
}

function Pending({ file, task }: { file: Attachment; task: SendTask }) {
  const acts = useChatActs();
  const sent = useOutbox((box) => box.progress[file.id] ?? 0);
  const picture = useBlobUrl(file);
  const state = file.failed ? 'failed' : file.file_id === null ? 'sending' : 'done';
  return (
    <PendingFile
      name={file.name}
      size={file.size}
      sent={sent}
      state={state}
      picture={picture === null ? null : { url: picture, width: file.width, height: file.height }}
      onCancel={() => acts.dropFile(task, file.id)}
    />
  );
}

/** The picture itself is on this device: it is shown before the server has it. */
function useBlobUrl(file: Attachment): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (file.kind !== 'image') return undefined;
    let made: string | null = null;
    let current = true;
    void blobOf(file.id).then((blob) => {
      if (!current || blob === undefined) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      current = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [file.id, file.kind]);
  return url;
}

async function blobOf(id: string): Promise<Blob | undefined> {
  return MEMORY.get(id)?.blob ?? (await session()?.database?.uploads.get(id))?.blob;
}
