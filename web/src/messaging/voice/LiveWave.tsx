import styles from './VoiceRecorder.module.css';

interface Props {
  levels: readonly number[];
  /** Changes with every level, so that the newest are drawn. */
  at: number;
}

const SHOWN = 80;
const STEP = 3;
const HEIGHT = 28;

/** How loud it is right now, and was a moment ago: whoever speaks sees that they are heard. */
export function LiveWave({ levels }: Props) {
  const newest = levels.slice(-SHOWN);
  const path = newest
    .map((level, place) => {
      const half = Math.max(0.5, (Math.min(1, level * 1.6) ** 0.6 * (HEIGHT - 4)) / 2);
      return `M${(SHOWN - newest.length + place) * STEP + 1.5} ${HEIGHT / 2 - half}v${half * 2}`;
    })
    .join('');
  return (
    <span className={styles.live} aria-hidden="true">
      <svg width={SHOWN * STEP} height={HEIGHT} viewBox={`0 0 ${SHOWN * STEP} ${HEIGHT}`}>
        <path d={path} />
      </svg>
    </span>
  );
}
