import { Icon56DocumentArrowUpOutline } from '@vkontakte/icons';
import { Button, Progress } from '@vkontakte/vkui';
import { useEffect, useRef, useState, type DragEvent } from 'react';

import { ApiError, type Problem } from '../../core/api/error';
import { sendForm } from '../../core/api/form';
import type { RosterImport } from '../../core/api/types';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import type { Reading } from './Tables';
import { texts } from '../texts';
import styles from './Upload.module.css';

const LIMIT = 64 * 1024 * 1024;
const TABLE_LIMIT = 20 * 1024 * 1024;
const ACCEPTED =
  '.zip,.xlsx,.csv,application/zip,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A ZIP is OneRoster's; whatever else is chosen is a table of one organisation, and the server says if it is none. */
function addressOf(file: File, reading: Reading): string | null {
  if (/\.zip$/i.test(file.name)) return '/api/rosters';
  return reading.organisation === undefined ? null : `/api/organisations/${reading.organisation}/workbooks`;
}

interface Sending {
  name: string;
  share: number;
}

/** Takes one file by dropping or choosing, shows how far it is, and answers the preview. */
export function Upload({ reading, onDone }: { reading: Reading; onDone: (roster: RosterImport) => void }) {
  const t = useTexts(texts);
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController | null>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const send = async (file: File | undefined) => {
    if (!file || sending) return;
    const address = addressOf(file, reading);
    if (address === null) return setError(new ApiError({ status: 404, code: 'not_found' }));
    const isTable = address !== '/api/rosters';
    if (file.size > (isTable ? TABLE_LIMIT : LIMIT))
      return setError(new ApiError({ status: 0, code: 'roster_too_large' }));
    const form = new FormData();
    form.append('file', file);
    if (isTable) form.append('leavers', String(reading.leavers));
    stop.current = new AbortController();
    setError(null);
    setSending({ name: file.name, share: 0 });
    try {
      const progress = (share: number) => setSending({ name: file.name, share });
      onDone(await sendForm<RosterImport>(address, form, progress, stop.current.signal));
    } catch (thrown) {
      if (!(thrown instanceof ApiError && thrown.code === 'cancelled')) setError(thrown);
    } finally {
      setSending(null);
    }
  };
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <>
      <div
        className={styles.zone}
        data-over={over}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          void send(event.dataTransfer.files[0]);
        }}
      >
        {sending ? (
          <InProgress sending={sending} onStop={() => stop.current?.abort()} />
        ) : (
          <>
            <Icon56DocumentArrowUpOutline className={styles.icon} />
            <p className={styles.text}>{t('lists.drop')}</p>
            <Button size="m" mode="secondary" onClick={() => input.current?.click()}>
              {t('roster.choose')}
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          hidden
          aria-label={t('roster.choose')}
          onChange={(event) => {
            void send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      <Refusal error={error} />
    </>
  );
}

function InProgress({ sending, onStop }: { sending: Sending; onStop: () => void }) {
  const t = useTexts(texts);
  const percent = Math.round(sending.share * 100);
  const label = percent < 100 ? t('roster.sending', { percent }) : t('roster.reading');
  return (
    <div className={styles.progress} role="status">
      <p className={styles.text}>{sending.name}</p>
      <Progress value={percent} aria-label={label} />
      <p className={styles.share}>{label}</p>
      <Button mode="tertiary" onClick={onStop}>
        {t('action.cancel')}
      </Button>
    </div>
  );
}

/** A bundle that cannot be read at all; the server names the file and the line when it knows them. */
function Refusal({ error }: { error: unknown }) {
  const t = useTexts(texts);
  const explain = useExplain();
  if (!error) return null;
  const { file, line, value } = (error instanceof ApiError ? error.problem : {}) as Partial<Problem>;
  const place = [file, typeof line === 'number' ? t('roster.line', { line }) : '', value].filter(Boolean).join(' · ');
  return (
    <div role="alert" className={styles.refusal}>
      <strong>{explain(error)}</strong>
      {place && <span>{place}</span>}
    </div>
  );
}
