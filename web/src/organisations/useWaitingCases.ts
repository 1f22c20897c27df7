import { useQuery } from '@tanstack/react-query';

import { api } from '../core/api/client';

/** How many complaints wait for whoever runs a school; kept true by the room that hears of them. */
export function useWaitingCases(enabled: boolean): number {
  const { data } = useQuery({
    queryKey: ['report-cases', 'count'],
    queryFn: () => api.get<{ open: number }>('/api/report-cases/count'),
    enabled,
  });
  return data?.open ?? 0;
}
