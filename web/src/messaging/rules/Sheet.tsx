import { Suspense, useEffect, useRef, type ReactNode } from 'react';

import { Sheet as Plain } from '../../core/ui/Sheet';
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
      <Plain title={title} fit onClose={onClose}>
        <Suspense fallback={<LoadingState />}>{children}</Suspense>
      </Plain>
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
