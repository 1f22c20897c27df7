import { useCallback, useMemo, useState } from 'react';

import { toast } from '../../core/ui/dialogs';
import { useExplain } from '../../core/i18n/useT';
import { loadAround } from '../history';

export interface Jump {
  /** Where in the history the reader is: null at the newest messages, else around this number. */
  anchor: number | null;
  /** The message to show now, once its row is there. */
  target: { number: number } | null;
  /** Grows with every wish to be at the newest message. */
  end: number;
  to: (number: number) => void;
  toEnd: () => void;
  arrived: () => void;
}

/** Moves of the reader through the history of one chat. */
export function useJump(conversationId: number): Jump {
  const explain = useExplain();
  const [place, setPlace] = useState<Pick<Jump, 'anchor' | 'target' | 'end'>>({ anchor: null, target: null, end: 0 });
  const to = useCallback(
    (number: number) => {
      loadAround(conversationId, number).then(
        () => setPlace(({ end }) => ({ anchor: number, target: { number }, end })),
        (error: unknown) => toast(explain(error), { failed: true }),
      );
    },
    [conversationId, explain],
  );
  const toEnd = useCallback(() => setPlace(({ end }) => ({ anchor: null, target: null, end: end + 1 })), []);
  const arrived = useCallback(() => setPlace((was) => ({ ...was, target: null })), []);
  return useMemo(() => ({ ...place, to, toEnd, arrived }), [place, to, toEnd, arrived]);
}
