import { useEffect, useState } from 'react';

/** Whole seconds until the moment, ticking; 0 when it has come. */
export function useCountdown(until: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  const left = until ? Math.max(0, Math.ceil((new Date(until).getTime() - now) / 1000)) : 0;
  const waiting = left > 0;
  useEffect(() => {
    setNow(Date.now());
    if (!waiting) return;
    const timer = window.setInterval(() => setNow(Date.now()), 500);
    return () => window.clearInterval(timer);
  }, [until, waiting]);
  return left;
}
