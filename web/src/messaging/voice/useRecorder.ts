import { useCallback, useEffect, useRef, useState } from 'react';

import { toast } from '../../core/ui/dialogs';
import { keepRecorded, takeKept } from './kept';
import { CannotRecord, closeStream, openStream, Recording, type Recorded, type Trouble } from './recording';
import { useVoiceTexts } from './texts';

export type Phase = 'starting' | 'recording' | 'paused' | 'ended' | 'failed';

/** Shorter than a second nobody has said anything: a finger slipped. */
const SHORTEST = 700;

/** What is being recorded and what was; ending it twice is ending it once. */
class Handle {
  recording: Recording | null = null;
  recorded: Recorded | null = null;

  async end(): Promise<Recorded | null> {
    if (this.recording !== null) {
      this.recorded = await this.recording.end();
      this.recording = null;
    }
    return this.recorded;
  }

  drop(): void {
    this.recording?.drop();
    this.recording = null;
    this.recorded = null;
  }
}

/** A voice message from the press of the button to its sending; left alone it waits in its chat. */
export function useRecorder(conversationId: number) {
  const t = useVoiceTexts();
  const [phase, setPhase] = useState<Phase>('starting');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [duration, setDuration] = useState(0);
  const [blob, setBlob] = useState<Blob | null>(null);
  const handle = useRef(new Handle());
  const levels = useRef<readonly number[]>([]);
  // Grows whenever what was begun is given up: a microphone that opens too late is closed again.
  const turn = useRef(0);

  const rest = useCallback(async () => {
    const done = await handle.current.end();
    if (done === null) return;
    setDuration(done.duration);
    setBlob(done.blob);
    setPhase('ended');
  }, []);

  const start = useCallback(async () => {
    const mine = ++turn.current;
    setPhase('starting');
    setTrouble(null);
    try {
      const stream = await openStream('voice');
      if (turn.current !== mine) return closeStream(stream);
      const made = new Recording('voice', stream, {
        level: () => setDuration(made.duration),
        limit: () => {
          toast(t('record.limit'));
          void rest();
        },
        broken: () => void rest(),
      });
      handle.current.recording = made;
      levels.current = made.levels;
      setPhase('recording');
    } catch (reason) {
      if (turn.current !== mine) return;
      setTrouble(reason instanceof CannotRecord ? reason.trouble : 'broken');
      setPhase('failed');
    }
  }, [rest, t]);

  useEffect(() => {
    const it = handle.current;
    const kept = takeKept(conversationId);
    if (kept === null) void start();
    else {
      it.recorded = kept;
      levels.current = kept.levels;
      setDuration(kept.duration);
      setBlob(kept.blob);
      setPhase('ended');
    }
    return () => {
      turn.current += 1;
      void it.end().then((done) => done !== null && done.duration >= SHORTEST && keepRecorded(conversationId, done));
    };
  }, [conversationId, start]);

  useWarningBeforeLeaving(phase === 'recording' || phase === 'paused' || phase === 'ended');

  const pause = useCallback(async () => {
    const running = handle.current.recording;
    if (running === null) return;
    running.pause();
    setPhase('paused');
    setBlob(await running.soFar());
  }, []);
  const resume = useCallback(() => {
    handle.current.recording?.resume();
    setBlob(null);
    setPhase('recording');
  }, []);
  const drop = useCallback(() => {
    turn.current += 1;
    handle.current.drop();
  }, []);
  /** The recording for good; null when there was hardly any. */
  const finish = useCallback(async (): Promise<Recorded | null> => {
    const done = await handle.current.end();
    handle.current.recorded = null;
    return done !== null && done.duration >= SHORTEST ? done : null;
  }, []);
  return { phase, trouble, duration, blob, levels, start, pause, resume, drop, finish };
}

/** A page that is closed takes the recording with it: the browser asks first. */
function useWarningBeforeLeaving(warn: boolean): void {
  useEffect(() => {
    if (!warn) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [warn]);
}
