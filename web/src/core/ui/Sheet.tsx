import { ModalPage, ModalPageHeader } from '@vkontakte/vkui';
import type { ReactNode } from 'react';

import styles from './Sheet.module.css';

interface Props {
  title: string;
  open?: boolean;
  onClose: () => void;
  /** Pixels on a desktop; a phone gives all it has. */
  size?: number;
  /** As high as what it holds: for choices and forms. Lists that are still to come would make it jump. */
  fit?: boolean;
  /** Something typed would be lost: a press beside the sheet does not close it. */
  preventClose?: boolean;
  children: ReactNode;
}

/** A sheet over what is open: from below on a phone, in the middle of a desktop. */
export function Sheet({ title, open = true, onClose, size = 480, fit = false, preventClose = false, children }: Props) {
  // Left to itself VKUI opens half of a sheet on a phone, and what one came for is under the edge.
  const height = fit ? { dynamicContentHeight: true } : { settlingHeight: 100, height: 'min(680px, 90dvh)' };
  return (
    <ModalPage
      {...height}
      className={styles.sheet}
      open={open}
      onClose={onClose}
      size={size}
      preventClose={preventClose}
      header={<ModalPageHeader className={styles.title}>{title}</ModalPageHeader>}
      aria-label={title}
    >
      {children}
    </ModalPage>
  );
}
