import { useQuery } from '@tanstack/react-query';

import { api } from '../core/api/client';
import type { Organisation } from '../core/api/types';

/** The organisations the person belongs to; an operator sees all. */
export function useOrganisations() {
  return useQuery({
    queryKey: ['organisations'],
    queryFn: () => api.get<{ items: Organisation[] }>('/api/organisations'),
  });
}
