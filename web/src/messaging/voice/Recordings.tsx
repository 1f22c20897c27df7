import { lazy, Suspense } from 'react';

import type { FileInfo, Message } from '../../core/store/types';
import styles from './Recordings.module.css';

const VoiceMessage = lazy(() => import('./VoiceMessage'));
const CircleMessage = lazy(() => import('./CircleMessage'));

interface Props {
  message: Message;
  files: readonly FileInfo[];
  mine: boolean;
}

/** What was recorded to be heard or seen at once; its place is kept while its player is loaded. */
export function Recordings({ message, files, mine }: Props) {
  return files.map((file) => (
    <Suspense key={file.id} fallback={<div className={styles[file.purpose ?? 'voice']} />}>
      {file.purpose === 'circle' ? <CircleMessage message={message} file={file} mine={mine} /> : <VoiceMessage message={message} file={file} mine={mine} />}
    </Suspense>
  ));
}

export const isRecording = (file: { purpose?: string | null | undefined }): boolean => Boolean(file.purpose);
