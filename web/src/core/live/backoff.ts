/**
 * Milliseconds before the given try (0 for the first): doubling to a ceiling, with full jitter on the upper half,
 * so that a whole school does not come back in the same second after a restart.
 */
export function backoff(attempt: number, random: () => number = Math.random, base = 500, ceiling = 30_000): number {
  const top = Math.min(ceiling, base * 2 ** Math.min(attempt, 16));
  return Math.round(top / 2 + (random() * top) / 2);
}
