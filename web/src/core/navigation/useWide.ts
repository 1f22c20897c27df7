/** Whether list and content fit side by side; below 768 px they take turns. */
import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 768px)');

export function useWide(): boolean {
  return useSyncExternalStore(
    (hear) => {
      wide.addEventListener('change', hear);
      return () => wide.removeEventListener('change', hear);
    },
    () => wide.matches,
  );
}
