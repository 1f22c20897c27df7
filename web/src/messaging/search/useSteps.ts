import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';

import { findHits, type Filters } from './server';

interface Sought {
  chat: number;
  words: string;
  filters: Filters;
  /** Start at the hit one came from. */
  from: number | null;
  jump: (number: number) => void;
}

/** Steps from hit to hit inside a chat, the newest first; a new question goes to its newest hit. */
export function useSteps({ chat, words, filters, from, jump }: Sought) {
  const wanted = words !== '' || Object.keys(filters).length > 0;
  const question = JSON.stringify([words, filters]);
  const pages = useInfiniteQuery({
    queryKey: ['hits', chat, question],
    queryFn: ({ pageParam, signal }) => findHits(chat, words, filters, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: wanted,
    staleTime: 0,
    gcTime: 30_000,
    retry: 1,
  });
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, error, isFetching } = pages;
  const numbers = useMemo(
    () => (wanted && data !== undefined ? data.pages.flatMap((page) => page.items) : []),
    [wanted, data],
  );
  const [step, setStep] = useState(0);
  const begun = useRef<string | null>(null);
  const answered = wanted && data !== undefined && !isFetching;

  useEffect(() => {
    if (!answered || begun.current === question) return;
    const start = begun.current === null ? from : null;
    begun.current = question;
    const place = start === null ? 0 : Math.max(numbers.indexOf(start), 0);
    setStep(place);
    const number = start ?? numbers[place];
    if (number !== undefined) jump(number);
  }, [answered, question, numbers, from, jump]);

  const go = (to: number) => {
    const number = numbers[to];
    if (number === undefined) return;
    setStep(to);
    jump(number);
    if (hasNextPage && !isFetchingNextPage && to > numbers.length - 10) void fetchNextPage();
  };
  return {
    wanted,
    error,
    pending: wanted && !answered && numbers.length === 0,
    count: numbers.length,
    more: hasNextPage,
    step,
    older: step + 1 < numbers.length ? () => go(step + 1) : null,
    newer: step > 0 ? () => go(step - 1) : null,
  };
}
