import { Icon24DeleteOutline, Icon24LockOutline, Icon24MicrophoneSlashOutline, Icon24Pause, Icon24Send, Icon28VoiceOutline } from '@vkontakte/icons';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { confirm } from '../../core/ui/dialogs';
import { lengthText } from '../length';
import { CANCEL_AT, LOCK_AT, wasTap, type Finger } from './finger';
import { LiveWave } from './LiveWave';
import { useNowPlaying, type Track } from './nowPlaying';
import { seek, stop as stopPlaying, toggle } from './playback';
import { loadWhatShowsIt, sendRecorded, type Destination } from './sendRecorded';
import { useVoiceTexts } from './texts';
import { useRecorder } from './useRecorder';
import styles from './VoiceRecorder.module.css';
import { peaksOf, waveOf } from './wave';
import { Waveform } from './Waveform';
import { PlayButton } from './PlayButton';

interface Props {
  destination: Destination;
  finger: Finger | null;
  onClose: () => void;
}

/** Longer than this, a recording is not thrown away without asking. */
const ASK_AFTER = 10_000;

/** Stands over the field while somebody speaks: held by a finger, or free with all its buttons. */
export default function VoiceRecorder({ destination, finger, onClose }: Props) {
  const t = useVoiceTexts();
  const recorder = useRecorder(destination.conversationId);
  useEffect(loadWhatShowsIt, []);
  const { phase, duration } = recorder;
  const { drop, finish } = recorder;
  const time = lengthText(duration);
  const close = useCallback(() => {
    drop();
    stopPlaying();
    onClose();
  }, [drop, onClose]);
  const send = useCallback(async () => {
    const done = await finish();
    stopPlaying();
    onClose();
    if (done !== null) sendRecorded(done, destination);
  }, [finish, destination, onClose]);
  const cancel = useCallback(async () => {
    const long = duration > ASK_AFTER;
    const question = { title: t('record.cancel.ask'), text: t('record.cancel.text', { time }), action: t('record.cancel.action'), destructive: true };
    if (!long || (await confirm(question))) close();
  }, [duration, close, t, time]);
  const held = useHold(finger, { send, cancel: close, recording: phase === 'recording' });
  if (phase === 'failed') return <Failed trouble={recorder.trouble ?? 'broken'} onAgain={() => void recorder.start()} onClose={close} />;
  if (held) return <Held finger={finger} time={time} levels={recorder.levels.current} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape gives up from any of its buttons
    <div
      className={styles.recorder}
      role="group"
      aria-label={t('record.recording')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        void cancel();
      }}
    >
      <button type="button" className={styles.button} aria-label={t('record.cancel')} title={t('record.cancel')} onClick={() => void cancel()}>
        <Icon24DeleteOutline aria-hidden="true" />
      </button>
      {phase === 'recording' || phase === 'starting' ? <Running recorder={recorder} time={time} /> : <Review recorder={recorder} />}
      <SendButton ready={phase !== 'starting'} onSend={() => void send()} />
    </div>
  );
}

function SendButton({ ready, onSend }: { ready: boolean; onSend: () => void }) {
  const t = useVoiceTexts();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (ready) button.current?.focus({ preventScroll: true });
  }, [ready]);
  return (
    <button ref={button} type="button" className={styles.send} aria-label={t('record.send')} title={t('record.send')} disabled={!ready} onClick={onSend}>
      <Icon24Send width={28} height={28} aria-hidden="true" />
    </button>
  );
}

type Recorder = ReturnType<typeof useRecorder>;

function Running({ recorder, time }: { recorder: Recorder; time: string }) {
  const t = useVoiceTexts();
  const starting = recorder.phase === 'starting';
  return (
    <>
      <span className={styles.state} role="status">
        <span className={styles.hidden}>{t(starting ? 'record.starting' : 'record.recording')}</span>
      </span>
      <span className={starting ? styles.dotWaiting : styles.dot} aria-hidden="true" />
      <span className={styles.time}>{time}</span>
      {starting ? <span className={styles.hint}>{t('record.starting')}</span> : <LiveWave levels={recorder.levels.current} at={recorder.duration} />}
      <button type="button" className={styles.button} aria-label={t('record.pause')} title={t('record.pause')} disabled={starting} onClick={() => void recorder.pause()}>
        <Icon24Pause aria-hidden="true" />
      </button>
    </>
  );
}

/** Listening to what was said before it is sent. */
function Review({ recorder }: { recorder: Recorder }) {
  const t = useVoiceTexts();
  const { blob, duration, levels, phase } = recorder;
  const url = useMemo(() => (blob === null ? null : URL.createObjectURL(blob)), [blob]);
  useEffect(() => () => (url === null ? undefined : URL.revokeObjectURL(url)), [url]);
  const track = useMemo<Track>(() => ({ key: `recording:${url}`, url: url ?? '', duration, from: null }), [url, duration]);
  const position = useNowPlaying((now) => (now.track?.key === track.key ? now.position : 0));
  const playing = useNowPlaying((now) => now.track?.key === track.key && now.playing);
  const peaks = peaksOf(waveOf(levels.current));
  const [at, all] = [lengthText(position), lengthText(duration)];
  return (
    <>
      <span className={styles.hidden} role="status">
        {t(phase === 'paused' ? 'record.paused' : 'record.ready')}
      </span>
      <div className={styles.review}>
        <PlayButton playing={playing} disabled={url === null} onClick={() => toggle(track)} />
        <div className={styles.wave}>
          <Waveform
            peaks={peaks}
            progress={duration === 0 ? 0 : Math.min(1, position / duration)}
            duration={duration}
            label={t('voice.position')}
            value={t('voice.position.value', { at, all })}
            onSeek={(share) => void seek(share, track)}
          />
        </div>
        <span className={styles.time}>{position > 0 ? at : all}</span>
      </div>
      {phase === 'paused' && (
        <button type="button" className={styles.button} aria-label={t('record.resume')} title={t('record.resume')} onClick={recorder.resume}>
          <Icon28VoiceOutline className={styles.again} aria-hidden="true" />
        </button>
      )}
    </>
  );
}

/** What a finger on the microphone decides: lifted it sends, to the left it cancels, up it may go. */
function useHold(finger: Finger | null, acts: { send: () => Promise<void>; cancel: () => void; recording: boolean }): boolean {
  const [held, setHeld] = useState(finger !== null && finger.lifted === null);
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    if (finger === null || !held) return undefined;
    const decide = () => {
      if (finger.left > CANCEL_AT) return latest.current.cancel();
      if (finger.up > LOCK_AT || wasTap(finger) || (finger.lifted !== null && !latest.current.recording)) return setHeld(false);
      if (finger.lifted !== null) void latest.current.send();
    };
    decide();
    return finger.watch(decide);
  }, [finger, held]);
  return held;
}

function Held({ finger, time, levels }: { finger: Finger | null; time: string; levels: readonly number[] }) {
  const t = useVoiceTexts();
  const left = Math.min(CANCEL_AT, finger?.left ?? 0);
  return (
    <>
      <div className={styles.held}>
        <span className={styles.dot} aria-hidden="true" />
        <span className={styles.time}>{time}</span>
        <LiveWave levels={levels} at={levels.length} />
        <span className={styles.slide} style={{ transform: `translateX(${-left / 2}px)`, opacity: 1 - left / CANCEL_AT }}>
          ‹ {t('record.slide')}
        </span>
      </div>
      <span className={styles.lock} aria-label={t('record.lock')} role="img">
        <Icon24LockOutline aria-hidden="true" />
      </span>
    </>
  );
}

function Failed({ trouble, onAgain, onClose }: { trouble: string; onAgain: () => void; onClose: () => void }) {
  const t = useVoiceTexts();
  return (
    <div className={styles.trouble} role="alert">
      <Icon24MicrophoneSlashOutline aria-hidden="true" />
      <span className={styles.words}>
        <strong>{t(`trouble.${trouble}`)}</strong>
        <span>{t(`trouble.${trouble}.hint`)}</span>
      </span>
      <span className={styles.choices}>
        <button type="button" className={styles.link} onClick={onAgain}>
          {t('trouble.again')}
        </button>
        <button type="button" className={styles.link} onClick={onClose}>
          {t('trouble.close')}
        </button>
      </span>
    </div>
  );
}
