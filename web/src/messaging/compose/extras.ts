import { useMemo, useState } from 'react';

import type { NewContent } from '../../core/store/types';

/** What the next message will carry beyond text and files, chosen in the composer's menu. */
export interface Extras {
  content: NewContent | null;
  set: (change: Partial<NewContent>) => void;
  drop: (name: keyof NewContent) => void;
  clear: () => void;
}

export function useExtras(): Extras {
  const [content, setContent] = useState<NewContent | null>(null);
  return useMemo(
    () => ({
      content,
      set: (change) => setContent((was) => ({ ...was, ...change })),
      drop: (name) =>
        setContent((was) => {
          const left = Object.fromEntries(Object.entries(was ?? {}).filter(([key]) => key !== name));
          return Object.keys(left).length === 0 ? null : left;
        }),
      clear: () => setContent(null),
    }),
    [content],
  );
}
