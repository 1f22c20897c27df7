import { useQuery } from '@tanstack/react-query';

import { api } from '../core/api/client';
import { useMe } from '../identity/session';

/** How many applications wait for whoever looks after a territory; for everybody else none. */
export function useWaitingApplications(): number {
  const { data } = useQuery({
    queryKey: ['applications', 'count'],
    queryFn: () => api.get<{ waiting: number }>('/api/applications/count'),
    enabled: useMe().looks_after,
  });
  return data?.waiting ?? 0;
}
