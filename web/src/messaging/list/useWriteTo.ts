import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { toast } from '../../core/ui/dialogs';
import { startDirect } from '../opening';

/** Opens the chat with a person once, however often the row is pressed. */
export function useWriteTo(onOpen: (id: number) => void): (personId: number) => void {
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  return (personId) => {
    if (busy) return;
    setBusy(true);
    startDirect(personId)
      .then(onOpen, (error: unknown) => toast(explain(error), { failed: true }))
      .finally(() => setBusy(false));
  };
}
