import { useState } from 'react';

import { useT } from '../core/i18n/useT';
import { isSlow } from '../core/live/line';
import type { FileInfo } from '../core/store/types';
import styles from './ImageGrid.module.css';
import { fileUrl, previewUrl } from './viewed';

interface Props {
  files: readonly FileInfo[];
  onView: (fileId: number) => void;
}

const HEAVY = 200_000; // bytes
const WIDEST = 400;
const TALLEST = 360;

/** Pictures of one message; their places are kept before they come, so that nothing jumps. */
export function ImageGrid({ files, onView }: Props) {
  const only = files.length === 1 ? files[0] : undefined;
  if (only !== undefined) {
    const { width, ratio } = fit(only);
    return (
      <div className={styles.single} style={{ inlineSize: width, aspectRatio: String(ratio) }}>
        <Picture file={only} onView={onView} />
      </div>
    );
  }
  return (
    <div className={files.length % 2 === 0 || files.length === 1 ? styles.grid : styles.odd}>
      {files.map((file) => (
        <Picture key={file.id} file={file} onView={onView} />
      ))}
    </div>
  );
}

/** The largest size that fits, neither a ribbon nor a needle. */
export function fit({ width, height }: { width: number | null; height: number | null }): { width: number; ratio: number } {
  const ratio = Math.min(2.4, Math.max(0.5, (width ?? 1) / (height ?? 1)));
  return { width: Math.round(Math.min(WIDEST, TALLEST * ratio, Math.max(120, width ?? WIDEST))), ratio };
}

function Picture({ file, onView }: { file: FileInfo; onView: (fileId: number) => void }) {
  const t = useT();
  const [failed, setFailed] = useState(false);
  // The original stands in until its preview is drawn; small ones may never need another.
  const source = file.preview && !failed ? previewUrl(file.id) : fileUrl(file.id);
  // On a slow line it would take minutes and hold up all that is said meanwhile; whoever wants it opens it.
  const waits = !file.preview && file.size > HEAVY && isSlow();
  return (
    <button type="button" className={styles.picture} aria-label={t('file.image', { name: file.name })} onClick={() => onView(file.id)}>
      {!waits && <img src={source} alt="" loading="lazy" decoding="async" draggable={false} onError={() => setFailed(true)} />}
    </button>
  );
}
