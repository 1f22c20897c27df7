import { Icon16Cancel } from '@vkontakte/icons';
import { useEffect, useMemo, useState } from 'react';

import { useT } from '../../core/i18n/useT';
import { useChatActs } from '../chat/context';
import { MEMORY } from '../outbox/attachments';
import { useOutbox } from '../outbox/outbox';
import type { Attachment, SendTask } from '../outbox/tasks';
import { session } from '../session';
import { RoundFilm } from './CircleMessage';
import { useVoiceTexts } from './texts';
import styles from './Pending.module.css';
import { VoicePlayer } from './VoiceMessage';

/** A recording on its way: it can be heard already, and called back while the server does not have it. */
export default function PendingRecording({ file, task }: { file: Attachment; task: SendTask }) {
  const common = useT();
  const url = useBlobUrl(file.id);
  const name = common('chat.you');
  const duration = file.duration_ms ?? 0;
  const track = useMemo(() => ({ key: `pending:${file.id}`, url: url ?? '', duration, from: null }), [file.id, url, duration]);
  return (
    <div className={file.purpose === 'circle' ? styles.circle : styles.voice}>
      {file.purpose === 'voice' && <VoicePlayer track={track} waveform={file.waveform ?? null} name={name} />}
      {file.purpose === 'circle' && url !== null && <RoundFilm url={url} poster={null} duration={duration} name={name} />}
      <Progress file={file} task={task} />
    </div>
  );
}

function Progress({ file, task }: { file: Attachment; task: SendTask }) {
  const t = useVoiceTexts();
  const acts = useChatActs();
  const sent = useOutbox((box) => box.progress[file.id] ?? 0);
  if (file.file_id !== null) return null;
  const percent = file.size > 0 ? Math.min(100, Math.round((sent / file.size) * 100)) : 0;
  return (
    <div className={file.failed ? styles.failed : styles.progress}>
      <span>{file.failed ? t('voice.not_sent') : t('voice.sending', { percent })}</span>
      <button type="button" className={styles.cancel} aria-label={t('voice.cancel')} title={t('voice.cancel')} onClick={() => acts.dropFile(task, file.id)}>
        <Icon16Cancel aria-hidden="true" />
      </button>
    </div>
  );
}

function useBlobUrl(id: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let current = true;
    void blobOf(id).then((blob) => {
      if (!current || blob === undefined) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      current = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id]);
  return url;
}

async function blobOf(id: string): Promise<Blob | undefined> {
  return MEMORY.get(id)?.blob ?? (await session()?.database?.uploads.get(id))?.blob;
}
