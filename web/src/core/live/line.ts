/** How good the line to the server is: what is asked for, and how much at once, follows it. */

interface Network {
  effectiveType?: string;
  saveData?: boolean;
}

/** A round trip longer than this is felt in every press. */
const SLOW = 700;

let roundTrip: number | null = null;

/** From a question on an open socket to its answer; the shorter of the last two, because one may have met a loss. */
export function noteRoundTrip(milliseconds: number): void {
  roundTrip = roundTrip === null ? milliseconds : Math.min(milliseconds, roundTrip * 1.5);
}

export function isSlow(): boolean {
  if (roundTrip !== null && roundTrip > SLOW) return true;
  const network = (navigator as { connection?: Network }).connection;
  return network?.saveData === true || network?.effectiveType?.includes('2g') === true;
}
