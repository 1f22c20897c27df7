import { useT } from '../core/i18n/useT';
import type { FileInfo } from '../core/store/types';
import styles from './Attachments.module.css';
import { sound } from './onlyOne';
import { useSize } from './useSize';
import { fileUrl, previewUrl } from './viewed';

/** Plays without downloading everything first: the server answers ranges. */
export function Player({ file }: { file: FileInfo }) {
  return file.kind === 'audio' ? <Sound file={file} /> : <Film file={file} />;
}

function Sound({ file }: { file: FileInfo }) {
  const t = useT();
  const size = useSize();
  return (
    <div>
      <span className={styles.size}>
        {file.name}, {size(file.size)}
      </span>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- people send recordings without captions */}
      <audio onPlay={(event) => sound(event.currentTarget)} className={styles.audio} controls preload="none" src={fileUrl(file.id)} aria-label={t('player.audio', { name: file.name })} />
    </div>
  );
}

function Film({ file }: { file: FileInfo }) {
  const t = useT();
  const { width, height } = file;
  const place = width && height ? { width, height, style: { aspectRatio: `${width} / ${height}`, blockSize: 'auto' } } : {};
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- people send films without captions
    <video
      className={styles.video}
      onPlay={(event) => sound(event.currentTarget)}
      controls
      playsInline
      preload="metadata"
      src={fileUrl(file.id)}
      aria-label={t('player.video', { name: file.name })}
      {...(file.preview ? { poster: previewUrl(file.id) } : {})}
      {...place}
    />
  );
}
