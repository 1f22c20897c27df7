import { ModalPage, ModalPageHeader } from '@vkontakte/vkui';
import { Suspense, useEffect, useRef, type ReactNode } from 'react';

import { LoadingState } from '../../core/ui/states';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A page over the chat, for one matter of its order. */
export function Sheet({ title, onClose, children }: Props) {
  useEscape(onClose);
  return (
    // Inside another page, whose Escape this is not.
    <div role="presentation" onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}>
      <ModalPage open onClose={onClose} size={480} settlingHeight={100} height="min(680px, 90dvh)" header={<ModalPageHeader>{title}</ModalPageHeader>} aria-label={title}>
        <Suspense fallback={<LoadingState />}>{children}</Suspense>
      </ModalPage>
    </div>
  );
}

/** What had the focus may be gone when it has done its work; Escape leads away all the same. */
function useEscape(onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => event.key === 'Escape' && document.activeElement === document.body && latest.current();
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
