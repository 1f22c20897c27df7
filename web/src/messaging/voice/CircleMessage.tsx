import { Icon24Play } from '@vkontakte/icons';
import { useEffect, useRef, useState } from 'react';

import type { FileInfo, Message } from '../../core/store/types';
import { sound } from '../../files/onlyOne';
import { fileUrl, previewUrl } from '../../files/viewed';
import { useAuthorName } from '../chat/Bubble';
import { lengthText } from '../length';
import styles from './Circle.module.css';
import { stop as stopVoice } from './playback';
import { recentlyRecorded } from './recent';
import { useVoiceTexts } from './texts';
import { Transcript, TranscriptButton, useTranscript } from './Transcript';

/** A video circle: a press plays it with its sound, another stops it. */
export default function CircleMessage({ message, file, mine }: { message: Message; file: FileInfo; mine: boolean }) {
  const name = useAuthorName(message.author_id);
  const transcript = useTranscript(message);
  const duration = file.duration_ms ?? recentlyRecorded(file.name)?.duration ?? 0;
  return (
    <div className={styles.circle}>
      <RoundFilm url={fileUrl(file.id)} poster={file.preview ? previewUrl(file.id) : null} duration={duration} name={name}>
        <TranscriptButton transcript={transcript} />
      </RoundFilm>
      <div className={styles.words}>
        <Transcript message={message} transcript={transcript} mine={mine} />
      </div>
    </div>
  );
}

interface FilmProps {
  url: string;
  poster: string | null;
  /** Milliseconds; 0 while nobody knows. */
  duration: number;
  name: string;
  children?: React.ReactNode;
}

const SIZE = 240;
const RADIUS = SIZE / 2 - 3;
const ROUND = 2 * Math.PI * RADIUS;

export function RoundFilm({ url, poster, duration, name, children }: FilmProps) {
  const t = useVoiceTexts();
  const film = useRef<HTMLVideoElement>(null);
  const { playing, position, toggle, handlers } = useFilm(film);
  const length = lengthText(duration);
  const share = duration === 0 ? 0 : Math.min(1, position / duration);
  return (
    <div className={styles.film}>
      <button type="button" className={styles.press} aria-label={t(playing ? 'circle.pause' : 'circle.play', { name, length })} onClick={toggle}>
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- its text stands below, once somebody asks for it */}
        <video ref={film} className={styles.picture} src={url} preload={poster === null ? 'metadata' : 'none'} playsInline tabIndex={-1} {...(poster === null ? {} : { poster })} {...handlers} />
        <svg className={styles.ring} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
          <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round" strokeDasharray={`${share * ROUND} ${ROUND}`} opacity={position > 0 ? 1 : 0} />
        </svg>
        {!playing && (
          <span className={styles.sign}>
            <Icon24Play width={28} height={28} aria-hidden="true" />
          </span>
        )}
      </button>
      <div className={styles.line}>
        <span className={styles.time}>{position > 0 ? `${lengthText(position)} / ${length}` : length}</span>
        {children}
      </div>
    </div>
  );
}

function useFilm(film: React.RefObject<HTMLVideoElement | null>) {
  const [playing, setPlaying] = useState(false);
  const [position, setPosition] = useState(0);
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => setPosition((film.current?.currentTime ?? 0) * 1000), 100);
    return () => clearInterval(timer);
  }, [playing, film]);
  const toggle = () => {
    const it = film.current;
    if (it === null) return;
    if (!it.paused) it.pause();
    else void it.play().catch(() => setPlaying(false));
  };
  const handlers = {
    onPlay: (event: React.SyntheticEvent<HTMLVideoElement>) => {
      stopVoice();
      sound(event.currentTarget);
      setPlaying(true);
    },
    onPause: () => setPlaying(false),
    onEnded: () => {
      setPlaying(false);
      setPosition(0);
    },
  };
  return { playing, position, toggle, handlers };
}
