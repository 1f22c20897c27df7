import { Icon24Cancel, Icon24ChevronLeft, Icon24ChevronRight, Icon24DownloadOutline } from '@vkontakte/icons';
import { useCallback, useEffect, useRef, useState } from 'react';

import { useT } from '../core/i18n/useT';
import { fileUrl, type Viewed } from './viewed';
import styles from './Viewer.module.css';
import { useZoom } from './useZoom';

interface Props extends Viewed {
  onClose: () => void;
}

/** Pictures over the whole screen: arrows turn the pages, the wheel and a double press come nearer, Escape leaves. */
export default function Viewer({ files, fileId, onClose }: Props) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(() => Math.max(0, files.findIndex((file) => file.id === fileId)));
  const zoom = useZoom(at);
  const file = files[at];
  const turn = useCallback(
    (by: number) => setAt((was) => Math.min(files.length - 1, Math.max(0, was + by))),
    [files.length],
  );

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  if (file === undefined) return null;
  return (
    <dialog
      ref={dialog}
      className={styles.viewer}
      aria-label={t('viewer.title')}
      onClose={onClose}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'ArrowLeft') turn(-1);
        if (event.key === 'ArrowRight') turn(1);
      }}
    >
      <div className={styles.bar}>
        <span className={styles.name}>{file.name}</span>
        {files.length > 1 && <span className={styles.position}>{t('viewer.position', { at: at + 1, all: files.length })}</span>}
        <a className={styles.button} href={fileUrl(file.id)} download={file.name} aria-label={t('viewer.download')}>
          <Icon24DownloadOutline aria-hidden="true" />
        </a>
        <button type="button" className={styles.button} aria-label={t('viewer.close')} onClick={onClose}>
          <Icon24Cancel aria-hidden="true" />
        </button>
      </div>
      <div className={styles.stage} onClick={(event) => event.target === event.currentTarget && onClose()} {...zoom.handlers} role="presentation">
        <img key={file.id} className={styles.picture} src={fileUrl(file.id)} alt={file.name} draggable={false} style={zoom.style} />
      </div>
      {at > 0 && (
        <button type="button" className={styles.previous} aria-label={t('viewer.previous')} onClick={() => turn(-1)}>
          <Icon24ChevronLeft aria-hidden="true" />
        </button>
      )}
      {at < files.length - 1 && (
        <button type="button" className={styles.next} aria-label={t('viewer.next')} onClick={() => turn(1)}>
          <Icon24ChevronRight aria-hidden="true" />
        </button>
      )}
    </dialog>
  );
}
