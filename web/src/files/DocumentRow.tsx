import { Icon24Document } from '@vkontakte/icons';
import { VisuallyHidden } from '@vkontakte/vkui';

import { useT } from '../core/i18n/useT';
import type { FileInfo } from '../core/store/types';
import styles from './Attachments.module.css';
import { useSize } from './useSize';
import { fileUrl } from './viewed';

export function DocumentRow({ file }: { file: FileInfo }) {
  const t = useT();
  const size = useSize();
  return (
    <a className={styles.document} href={fileUrl(file.id)} download={file.name}>
      {/* Said before what is seen, so that speaking what is seen finds the link. */}
      <VisuallyHidden>{t('file.download', { name: '' })}</VisuallyHidden>
      <span className={styles.icon}>
        <Icon24Document aria-hidden="true" />
      </span>
      <span className={styles.about}>
        <span className={styles.name}>{file.name}</span>
        <span className={styles.size}>{size(file.size)}</span>
      </span>
    </a>
  );
}
