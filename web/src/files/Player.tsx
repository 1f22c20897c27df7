import { useT } from '../core/i18n/useT';
import type { FileInfo } from '../core/store/types';
import styles from './Attachments.module.css';
import { useSize } from './useSize';
import { fileUrl, previewUrl } from './viewed';

/** Plays without downloading everything first: the server answers ranges. */
export function Player({ file }: { file: FileInfo }) {
  const t = useT();
  const size = useSize();
  if (file.kind === 'audio') {
    return (
      <div>
        <span className={styles.size}>
          {file.name}, {size(file.size)}
        </span>
        <audio className={styles.audio} controls preload="none" src={fileUrl(file.id)} aria-label={t('player.audio', { name: file.name })} />
      </div>
    );
  }
  return (
    <video
      className={styles.video}
      controls
      playsInline
      preload="metadata"
      src={fileUrl(file.id)}
      aria-label={t('player.video', { name: file.name })}
      {...(file.preview ? { poster: previewUrl(file.id) } : {})}
      {...(file.width && file.height ? { width: file.width, height: file.height, style: { aspectRatio: `${file.width} / ${file.height}`, blockSize: 'auto' } } : {})}
    />
  );
}
