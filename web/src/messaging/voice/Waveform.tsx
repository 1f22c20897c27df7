import { useRef, type KeyboardEvent, type PointerEvent } from 'react';

import styles from './Waveform.module.css';

interface Props {
  peaks: readonly number[];
  /** From 0 to 1. */
  progress: number;
  /** Milliseconds, for the steps of the keyboard. */
  duration: number;
  label: string;
  /** Where it stands, in words. */
  value: string;
  onSeek: (share: number) => void;
}

const STEP = 3;
const HEIGHT = 28;
const SKIP = 5000;

/** A line with rounded ends for each peak; silence is a dot. */
function pathOf(peaks: readonly number[]): string {
  return peaks
    .map((peak, at) => {
      const half = Math.max(0.5, (peak * (HEIGHT - 4)) / 2);
      return `M${at * STEP + 1.5} ${HEIGHT / 2 - half}v${half * 2}`;
    })
    .join('');
}

/** The shape of a recording: what has sounded is dark, a press or the arrows go elsewhere. */
export function Waveform({ peaks, progress, duration, label, value, onSeek }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const path = pathOf(peaks);
  const width = peaks.length * STEP;
  const follow = (event: PointerEvent) => {
    const box = place.current?.getBoundingClientRect();
    if (box !== undefined && box.width > 0) onSeek((event.clientX - box.left) / box.width);
  };
  const key = (event: KeyboardEvent) => {
    const to = keyTo(event.key, progress, duration);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    onSeek(to);
  };
  return (
    <div
      ref={place}
      className={styles.wave}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(duration / 1000)}
      aria-valuenow={Math.round((progress * duration) / 1000)}
      aria-valuetext={value}
      onKeyDown={key}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => dragging.current && follow(event)}
      onPointerUp={() => (dragging.current = false)}
      onPointerCancel={() => (dragging.current = false)}
    >
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} aria-hidden="true">
        <path d={path} className={styles.rest} />
        <path d={path} className={styles.played} style={{ clipPath: `inset(0 ${100 - progress * 100}% 0 0)`, transformBox: 'view-box' }} />
      </svg>
    </div>
  );
}

function keyTo(key: string, progress: number, duration: number): number | null {
  const skip = duration > 0 ? SKIP / duration : 0;
  if (key === 'ArrowLeft') return Math.max(0, progress - skip);
  if (key === 'ArrowRight') return Math.min(1, progress + skip);
  if (key === 'Home') return 0;
  return key === 'End' ? 1 : null;
}
