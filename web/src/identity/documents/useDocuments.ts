import { useQuery } from '@tanstack/react-query';

import { api } from '../../core/api/client';
import type { LegalDocument } from '../../core/api/types';
import { useLanguage } from '../../core/i18n/language';

/** The documents in force, in the language of the interface. */
export function useDocuments() {
  const language = useLanguage((state) => state.language);
  return useQuery({
    queryKey: ['documents', language],
    queryFn: () => api.get<{ items: LegalDocument[] }>('/api/documents'),
    staleTime: Infinity,
  });
}
