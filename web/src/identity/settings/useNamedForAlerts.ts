import { useQuery } from '@tanstack/react-query';

import { api } from '../../core/api/client';
import { useMe } from '../session';

/** Whether the school has named me to hear of calls for help; whom it has not gets a 404. */
export function useNamedForAlerts(): boolean {
  const staff = useMe().roles.some(({ role }) => role === 'teacher' || role === 'administrator');
  const { data } = useQuery({
    queryKey: ['crisis-alerts', 'count'],
    queryFn: () => api.get<{ fresh: number }>('/api/crisis-alerts/count'),
    enabled: staff,
    retry: false,
  });
  return data !== undefined;
}
