import { Button, Progress } from '@vkontakte/vkui';
import { useEffect, useRef, useState, type DragEvent } from 'react';

import { ApiError } from '../core/api/error';
import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { uploadFile } from '../files/upload';
import styles from './Applications.module.css';
import own from './Document.module.css';
import { useForm } from './form';
import type { Application } from './server';
import { texts } from './texts';

const LIMIT = 20 * 1024 * 1024;
const SCANS = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png';

/** The scan of the signed document: one file, seen by the applicant and those who decide. */
export function DocumentStep() {
  const t = useTexts(texts);
  const { application, draft, problemOf } = useForm();
  const { sending, failed, send, stop } = useSending();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { file } = application;
  const problem = failed ?? problemOf('file_id');
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  if (file && draft.fields.file_id === file.id && !sending) return <Attached file={file} />;
  return (
    <>
      <p className={styles.note}>{t('document.hint')}</p>
      <div
        className={own.zone}
        data-over={over}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          void send(event.dataTransfer.files[0]);
        }}
      >
        {sending ? (
          <Sending sending={sending} onStop={stop} />
        ) : (
          <>
            <p className={styles.note}>{t('document.drop')}</p>
            <Button size="m" mode="secondary" onClick={() => input.current?.click()}>
              {t('document.choose')}
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept={SCANS}
          hidden
          aria-label={t('document.choose')}
          onChange={(event) => {
            void send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {problem && (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
    </>
  );
}

function Attached({ file }: { file: NonNullable<Application['file']> }) {
  const t = useTexts(texts);
  const { draft } = useForm();
  const remove = () => {
    draft.change({ file_id: null });
    void draft.flush().catch(() => undefined);
  };
  return (
    <div className={own.file}>
      <b>{file.name}</b>
      <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
        {t('document.open')}
      </a>
      <Button size="s" mode="tertiary" appearance="negative" onClick={remove}>
        {t('document.remove')}
      </Button>
    </div>
  );
}

function Sending({ sending, onStop }: { sending: { name: string; share: number }; onStop: () => void }) {
  const t = useTexts(texts);
  return (
    <>
      <p className={styles.note}>{t('document.sending', { name: sending.name, percent: Math.round(sending.share * 100) })}</p>
      <Progress className={own.bar} value={sending.share * 100} aria-label={sending.name} />
      <Button size="s" mode="tertiary" onClick={onStop}>
        {t('document.cancel')}
      </Button>
    </>
  );
}

/** One upload at a time; its file goes into the draft only once the server has taken it there. */
function useSending() {
  const t = useTexts(texts);
  const explain = useExplain();
  const { draft } = useForm();
  const controller = useRef<AbortController | null>(null);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const send = async (file: File | undefined) => {
    if (!file || sending) return;
    if (file.size > LIMIT) return setFailed(t('document.large'));
    const mine = new AbortController();
    controller.current = mine;
    setFailed(null);
    setSending({ name: file.name, share: 0 });
    const progress = (sent: number) => setSending({ name: file.name, share: file.size ? sent / file.size : 0 });
    const before = draft.fields.file_id;
    try {
      const file_id = await uploadFile({ blob: file, name: file.name, type: file.type, url: null, signal: mine.signal, started: () => undefined, progress });
      draft.change({ file_id });
      await draft.flush();
    } catch (error) {
      if (!mine.signal.aborted) {
        draft.change({ file_id: before });
        setFailed(error instanceof ApiError ? wordsOf(error, explain) : t('document.failed'));
      }
    } finally {
      setSending(null);
    }
  };
  return { sending, failed, send, stop: () => controller.current?.abort() };
}

/** The field's own sentence says more than the one about the whole request. */
const wordsOf = (error: ApiError, explain: (error: unknown) => string): string => error.problem.fields?.find(({ field }) => field === 'file_id')?.detail || explain(error);
