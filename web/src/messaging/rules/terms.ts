/** For how long one may be kept from writing, in seconds; null for good. */
export const TERMS: [name: string, seconds: number | null][] = [
  ['3600', 3600],
  ['86400', 86_400],
  ['604800', 604_800],
  ['forever', null],
];

export const secondsOf = (name: string): number | null => TERMS.find(([term]) => term === name)?.[1] ?? null;
