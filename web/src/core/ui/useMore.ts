import { useEffect, useRef } from 'react';

/** Asks for the next page when the end of a list comes near; the ref goes on an element after the last row. */
export function useMore(wanted: boolean, more: () => void) {
  const end = useRef<HTMLDivElement>(null);
  const ask = useRef(more);
  ask.current = more;
  useEffect(() => {
    if (!wanted || !end.current) return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && ask.current(), { rootMargin: '400px' });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [wanted]);
  return end;
}
