import { useQuery } from '@tanstack/react-query';

import { api } from '../../core/api/client';
import { queries } from '../../core/api/query';
import type { Transcript } from '../../core/store/types';

export type Lack = 'engine' | 'model' | 'model_incomplete';

interface Speech {
  available: boolean;
  lacks: Lack | null;
}

/** Whether this server turns speech into text; asked once, and only where there is something to hear. */
export function useSpeech(): Speech | undefined {
  return useQuery({ queryKey: ['speech'], queryFn: () => api.get<Speech>('/api/speech'), staleTime: 10 * 60_000 }).data;
}

export const askTranscript = (messageId: number): Promise<Transcript> => api.post(`/api/messages/${messageId}/transcript`);

export const mendTranscript = (messageId: number, text: string): Promise<Transcript> =>
  api.patch(`/api/messages/${messageId}/transcript`, { text });

interface Choices {
  texts: boolean;
}

export function useAlways(): boolean | undefined {
  return useQuery({ queryKey: ['voice-choices'], queryFn: () => api.get<Choices>('/api/me/voice'), staleTime: 60_000 }).data?.texts;
}

export async function chooseAlways(texts: boolean): Promise<void> {
  queries.setQueryData(['voice-choices'], await api.put<Choices>('/api/me/voice', { texts }));
}
