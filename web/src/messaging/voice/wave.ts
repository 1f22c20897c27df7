/** How loud a recording is over its time: 64 digits of base 32, as the server writes them. */
export const BARS = 64;
const LOUDEST = 31;
/** Below this nothing is drawn as speech: the noise of a quiet room. */
const QUIET = 0.04;

/** Peaks from 0 to 1; a flat line while nobody has listened yet. */
export function peaksOf(wave: string | null | undefined): number[] {
  if (!wave) return Array.from({ length: BARS }, () => 0);
  return [...wave].map((digit) => Number.parseInt(digit, LOUDEST + 1) / LOUDEST);
}

/** The same from levels (0 to 1) measured while recording, however many there are. */
export function waveOf(levels: readonly number[]): string {
  if (levels.length === 0) return '0'.repeat(BARS);
  const bars = Array.from({ length: BARS }, (_, bar) => {
    const first = Math.floor((bar * levels.length) / BARS);
    const part = levels.slice(first, Math.max(first + 1, Math.floor(((bar + 1) * levels.length) / BARS)));
    return part.reduce((sum, level) => sum + level, 0) / part.length;
  });
  const scale = Math.max(QUIET, ...bars);
  return bars.map((bar) => Math.round(LOUDEST * (bar / scale) ** 0.75).toString(LOUDEST + 1)).join('');
}
