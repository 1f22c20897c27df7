import { useEffect, useMemo, type ReactNode } from 'react';

import type { FileInfo, Message } from '../../core/store/types';
import { lengthText } from '../length';
import { useAuthorName } from '../chat/Bubble';
import { trackOf } from './nextVoice';
import { useNowPlaying, type Track } from './nowPlaying';
import { nameTracks, seek, toggle, turnRate } from './playback';
import { PlayButton } from './PlayButton';
import { recentlyRecorded } from './recent';
import { useVoiceTexts } from './texts';
import { Transcript, TranscriptButton, useTranscript } from './Transcript';
import styles from './Voice.module.css';
import { peaksOf } from './wave';
import { Waveform } from './Waveform';

/** A voice message: its wave, its text, and a player that goes on wherever one browses. */
export default function VoiceMessage({ message, file, mine }: { message: Message; file: FileInfo; mine: boolean }) {
  const name = useAuthorName(message.author_id);
  const known = recentlyRecorded(file.name);
  const duration = file.duration_ms ?? known?.duration ?? 0;
  const track = useMemo(() => ({ ...trackOf(message, file), duration }), [message, file, duration]);
  const transcript = useTranscript(message);
  return (
    <div className={styles.voice}>
      <VoicePlayer track={track} waveform={file.waveform ?? known?.waveform ?? null} name={name}>
        <TranscriptButton transcript={transcript} />
      </VoicePlayer>
      <Transcript message={message} transcript={transcript} mine={mine} />
    </div>
  );
}

interface PlayerProps {
  track: Track;
  waveform: string | null;
  name: string;
  children?: ReactNode;
}

export function VoicePlayer({ track, waveform, name, children }: PlayerProps) {
  const t = useVoiceTexts();
  const { here, playing, position, rate, failed } = usePlace(track);
  const length = lengthText(track.duration);
  const peaks = useMemo(() => peaksOf(waveform), [waveform]);
  useEffect(() => {
    if (here) nameTracks(() => ({ title: t('voice.label', { name, length }), artist: name }));
  }, [here, name, length, t]);
  const at = lengthText(position);
  return (
    <div className={styles.player} role="group" aria-label={t('voice.label', { name, length })}>
      <PlayButton playing={playing} onClick={() => toggle(track)} />
      <div className={styles.middle}>
        <Waveform
          peaks={peaks}
          progress={track.duration === 0 ? 0 : Math.min(1, position / track.duration)}
          duration={track.duration}
          label={t('voice.position')}
          value={t('voice.position.value', { at, all: length })}
          onSeek={(share) => void seek(share, track)}
        />
        <div className={styles.line}>
          <span className={styles.time}>{here ? `${at} / ${length}` : length}</span>
          {here && (
            <button type="button" className={styles.small} aria-label={t('voice.rate', { rate })} onClick={turnRate}>
              {rate}×
            </button>
          )}
          {children}
        </div>
        {failed && (
          <div className={styles.failed} role="alert">
            {t('voice.failed')}
          </div>
        )}
      </div>
    </div>
  );
}

/** Rows listen for their own recording alone: the others are not drawn anew ten times a second. */
function usePlace({ key }: Track) {
  const here = useNowPlaying((now) => now.track?.key === key);
  const playing = useNowPlaying((now) => now.track?.key === key && now.playing);
  const position = useNowPlaying((now) => (now.track?.key === key ? now.position : 0));
  const rate = useNowPlaying((now) => now.rate);
  const failed = useNowPlaying((now) => now.track?.key === key && now.failed);
  return { here, playing, position, rate, failed };
}
