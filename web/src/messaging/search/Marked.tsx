import type { Segment } from './server';
import styles from './Search.module.css';

/** Text with the words that were meant; what the server sends is text and never markup. */
export function Marked({ segments }: { segments: readonly Segment[] }) {
  return segments.map(({ text, meant }, place) =>
    meant ? (
      <mark key={place} className={styles.meant}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
