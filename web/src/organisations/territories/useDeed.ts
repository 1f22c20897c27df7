import { useState } from 'react';

import { queries } from '../../core/api/query';
import { useExplain } from '../../core/i18n/useT';
import { toast } from '../../core/ui/dialogs';

/** Something that changes the tree: busy meanwhile, told afterwards, and whoever shows the tree asks again. */
export function useDeed() {
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const run = async (act: () => Promise<unknown>, done: string): Promise<boolean> => {
    setBusy(true);
    try {
      await act();
      toast(done);
      await Promise.all(['territories', 'organisations', 'organisation'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      return true;
    } catch (error) {
      toast(explain(error), { failed: true });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
