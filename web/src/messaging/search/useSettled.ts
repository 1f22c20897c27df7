import { useEffect, useState } from 'react';

const ASK_AFTER = 200;

/** The words once the person pauses: not every letter is worth a question. */
export function useSettled(words: string): string {
  const [settled, settle] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => settle(words), ASK_AFTER);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
