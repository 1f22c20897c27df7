import { Icon24Cancel, Icon28CameraSyncOutline, Icon28RefreshOutline, Icon28Send } from '@vkontakte/icons';
import { Button, Spinner } from '@vkontakte/vkui';
import { useEffect, useMemo, useRef, useState } from 'react';

import { sound } from '../../files/onlyOne';
import { isTouch } from '../chat/useSummon';
import { lengthText } from '../length';
import styles from './CircleRecorder.module.css';
import { LONGEST, type Recorded } from './recording';
import { loadWhatShowsIt, sendRecorded, type Destination } from './sendRecorded';
import { useVoiceTexts } from './texts';
import { useCircle } from './useCircle';

type Circle = ReturnType<typeof useCircle>;

/** A round mirror, a film of a minute at most, and a look at it before anybody else has one. */
export default function CircleRecorder({ destination, onClose }: { destination: Destination; onClose: () => void }) {
  const t = useVoiceTexts();
  const circle = useCircle();
  const [asking, setAsking] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(loadWhatShowsIt, []);
  const { stage, recorded } = circle;
  const close = () => (stage === 'recording' || stage === 'review' ? setAsking(true) : onClose());
  const send = () => {
    if (recorded === null) return;
    sendRecorded(recorded, destination);
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t('circle.title')}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <button type="button" className={styles.close} aria-label={t('circle.close')} onClick={close}>
        <Icon24Cancel aria-hidden="true" />
      </button>
      {stage === 'failed' ? <Failed circle={circle} /> : <Round circle={circle} />}
      <p className={styles.caption} role="status">
        {t(CAPTIONS[stage])}
      </p>
      {asking ? <Ask onYes={onClose} onNo={() => setAsking(false)} /> : <Controls circle={circle} onSend={send} />}
    </dialog>
  );
}

const CAPTIONS = {
  starting: 'circle.starting',
  preview: 'circle.preview',
  recording: 'record.recording',
  review: 'circle.review',
  failed: 'circle.title',
} as const;

const SIZE = 320;
const RADIUS = SIZE / 2 - 4;
const ROUND = 2 * Math.PI * RADIUS;

function Round({ circle }: { circle: Circle }) {
  const { stage, stream, recorded, duration, facing } = circle;
  const share = stage === 'recording' ? Math.min(1, duration / LONGEST.circle) : 0;
  return (
    <div className={styles.round}>
      {stage === 'review' && recorded !== null && <Film recorded={recorded} />}
      {stage !== 'review' && stream !== null && <Mirror stream={stream} turned={facing === 'user'} />}
      {stage === 'starting' && <Spinner size="l">{null}</Spinner>}
      <svg className={styles.ring} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} fill="none" stroke="currentColor" strokeWidth="6" strokeLinecap="round" strokeDasharray={`${share * ROUND} ${ROUND}`} opacity={share > 0 ? 1 : 0} />
      </svg>
      {(stage === 'recording' || stage === 'review') && <span className={stage === 'recording' ? styles.timeLive : styles.time}>{lengthText(duration)}</span>}
    </div>
  );
}

/** People know themselves from mirrors; the film itself is not turned. */
function Mirror({ stream, turned }: { stream: MediaStream; turned: boolean }) {
  const film = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (film.current !== null) film.current.srcObject = stream;
  }, [stream]);
  return <video ref={film} className={turned ? styles.mirror : styles.picture} autoPlay muted playsInline aria-hidden="true" />;
}

function Film({ recorded }: { recorded: Recorded }) {
  const t = useVoiceTexts();
  const url = useMemo(() => URL.createObjectURL(recorded.blob), [recorded]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- one's own film of a moment ago
    <video
      className={styles.picture}
      src={url}
      autoPlay
      loop
      playsInline
      aria-label={t('circle.review')}
      onPlay={(event) => sound(event.currentTarget)}
      onClick={(event) => (event.currentTarget.paused ? void event.currentTarget.play() : event.currentTarget.pause())}
    />
  );
}

function Controls({ circle, onSend }: { circle: Circle; onSend: () => void }) {
  const t = useVoiceTexts();
  const { stage } = circle;
  if (stage === 'failed') return <div className={styles.controls} />;
  if (stage === 'review') {
    return (
      <div className={styles.controls}>
        <button type="button" className={styles.side} aria-label={t('circle.retake')} title={t('circle.retake')} onClick={circle.again}>
          <Icon28RefreshOutline aria-hidden="true" />
        </button>
        <button type="button" className={styles.send} aria-label={t('circle.send')} title={t('circle.send')} onClick={onSend}>
          <Icon28Send aria-hidden="true" />
        </button>
        <span className={styles.side} />
      </div>
    );
  }
  const recording = stage === 'recording';
  return (
    <div className={styles.controls}>
      <span className={styles.side} />
      <button
        type="button"
        className={recording ? styles.stop : styles.record}
        aria-label={t(recording ? 'circle.stop' : 'circle.record')}
        title={t(recording ? 'circle.stop' : 'circle.record')}
        disabled={stage === 'starting'}
        onClick={() => (recording ? void circle.end() : circle.begin())}
      />
      {isTouch() && !recording ? (
        <button type="button" className={styles.side} aria-label={t('circle.turn')} title={t('circle.turn')} disabled={stage === 'starting'} onClick={circle.turn}>
          <Icon28CameraSyncOutline aria-hidden="true" />
        </button>
      ) : (
        <span className={styles.side} />
      )}
    </div>
  );
}

/** Asked here and not above the page: nothing stands above a dialog of the browser. */
function Ask({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const t = useVoiceTexts();
  return (
    <div className={styles.ask} role="alertdialog" aria-label={t('circle.close.ask')}>
      <span>{t('circle.close.ask')}</span>
      <span className={styles.answers}>
        <Button size="m" appearance="negative" onClick={onYes}>
          {t('circle.close.yes')}
        </Button>
        <Button size="m" mode="secondary" onClick={onNo}>
          {t('circle.close.no')}
        </Button>
      </span>
    </div>
  );
}

function Failed({ circle }: { circle: Circle }) {
  const t = useVoiceTexts();
  const { trouble, again } = circle;
  const name = trouble === 'denied' || trouble === 'missing' || trouble === 'busy' ? `trouble.${trouble}.circle` : `trouble.${trouble ?? 'broken'}`;
  return (
    <div className={styles.failed} role="alert">
      <strong>{t(name)}</strong>
      <span>{t(`${name}.hint`)}</span>
      <Button size="m" mode="secondary" onClick={again}>
        {t('trouble.again')}
      </Button>
    </div>
  );
}
