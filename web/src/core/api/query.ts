/** What is kept of answers that change rarely; chats live in their own store. */
import { QueryClient } from '@tanstack/react-query';

import { ApiError } from './error';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.passing,
    },
    mutations: { retry: false },
  },
});
