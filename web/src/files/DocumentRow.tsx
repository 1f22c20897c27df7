import { Icon24Document, Icon24WarningTriangleOutline } from '@vkontakte/icons';
import { VisuallyHidden } from '@vkontakte/vkui';

import { useT } from '../core/i18n/useT';
import type { FileInfo } from '../core/store/types';
import styles from './Attachments.module.css';
import { isClosed } from './closed';
import { useSize } from './useSize';
import { fileUrl } from './viewed';

export function DocumentRow({ file }: { file: FileInfo }) {
  const t = useT();
  const size = useSize();
  if (isClosed(file)) return <ClosedRow file={file} />;
  return (
    <a className={styles.document} href={fileUrl(file.id)} download={file.name}>
      {/* Said before what is seen, so that speaking what is seen finds the link. */}
      <VisuallyHidden>{t('file.download', { name: '' })}</VisuallyHidden>
      <span className={styles.icon}>
        <Icon24Document aria-hidden="true" />
      </span>
      <span className={styles.about}>
        <span className={styles.name}>{file.name}</span>
        <span className={styles.size}>{file.scan === 'unscanned' ? t('file.unscanned', { size: size(file.size) }) : size(file.size)}</span>
      </span>
    </a>
  );
}

/** A file that the scanner has yet to look at, or has closed. */
function ClosedRow({ file }: { file: FileInfo }) {
  const t = useT();
  const infected = file.scan === 'infected';
  return (
    <div className={styles.document}>
      <span className={infected ? `${styles.icon} ${styles.failed}` : `${styles.icon} ${styles.waiting}`}>
        {infected ? <Icon24WarningTriangleOutline aria-hidden="true" /> : <Icon24Document aria-hidden="true" />}
      </span>
      <span className={styles.about}>
        <span className={styles.name}>{file.name}</span>
        <span className={styles.size}>{t(infected ? 'file.infected' : 'file.scanning')}</span>
      </span>
    </div>
  );
}
