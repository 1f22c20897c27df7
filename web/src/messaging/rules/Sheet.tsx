import { ModalPage, ModalPageHeader } from '@vkontakte/vkui';
import { Suspense, type ReactNode } from 'react';

import { LoadingState } from '../../core/ui/states';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A page over the chat, for one matter of its order. */
export function Sheet({ title, onClose, children }: Props) {
  return (
    <ModalPage open onClose={onClose} size={480} settlingHeight={100} height="min(680px, 90dvh)" header={<ModalPageHeader>{title}</ModalPageHeader>} aria-label={title}>
      <Suspense fallback={<LoadingState />}>{children}</Suspense>
    </ModalPage>
  );
}
