import { useQuery, useQueryClient } from '@tanstack/react-query';

import { useExplain } from '../../core/i18n/useT';
import { toast } from '../../core/ui/dialogs';
import { useKnown } from '../known';
import { readNotifications, readQuietHours, type Notifications, type QuietHours } from '../server';

/** My choices, and a way to change them: shown at once, put back when the server refuses. */
export function useNotifications() {
  const explain = useExplain();
  const cache = useQueryClient();
  const key = ['me', 'notifications'];
  const query = useQuery({ queryKey: key, queryFn: readNotifications, staleTime: 0 });
  const keep = (fresh: Notifications) => {
    cache.setQueryData(key, fresh);
    useKnown.setState({ notifications: fresh });
  };
  const change = async (expected: Notifications, act: () => Promise<Notifications>): Promise<void> => {
    const was = query.data;
    cache.setQueryData(key, expected);
    await act().then(keep, (error: unknown) => {
      cache.setQueryData(key, was);
      toast(explain(error), { failed: true });
    });
  };
  return { ...query, change, keep };
}

export function useQuietHours() {
  const cache = useQueryClient();
  const key = ['me', 'quiet-hours'];
  const query = useQuery({ queryKey: key, queryFn: readQuietHours, staleTime: 0, refetchInterval: 60_000 });
  const keep = (fresh: QuietHours) => {
    cache.setQueryData(key, fresh);
    useKnown.setState({ quiet: fresh });
  };
  return { ...query, keep };
}
