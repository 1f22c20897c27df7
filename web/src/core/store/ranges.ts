/** Which message numbers are in memory: inclusive [from, to] pairs, ascending, never touching. */

export type Range = readonly [from: number, to: number];

/** The ranges with `from`–`to` known as well; neighbours and overlaps become one. */
export function addRange(ranges: readonly Range[], from: number, to: number): Range[] {
  if (to < from) return [...ranges];
  let [low, high] = [from, to];
  const before: Range[] = [];
  const after: Range[] = [];
  for (const range of ranges) {
    if (range[1] < low - 1) before.push(range);
    else if (range[0] > high + 1) after.push(range);
    else [low, high] = [Math.min(low, range[0]), Math.max(high, range[1])];
  }
  return [...before, [low, high], ...after];
}

export function rangeAt(ranges: readonly Range[], number: number): Range | null {
  return ranges.find(([from, to]) => from <= number && number <= to) ?? null;
}

export function lastRange(ranges: readonly Range[]): Range | null {
  return ranges[ranges.length - 1] ?? null;
}

/** What is missing between `first` and `last`. */
export function gaps(ranges: readonly Range[], first: number, last: number): Range[] {
  const missing: Range[] = [];
  let next = first;
  for (const [from, to] of ranges) {
    if (from > last) break;
    if (from > next) missing.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= last) missing.push([next, last]);
  return missing;
}

/** Ranges of a sorted list of numbers, as they come out of the device's own store. */
export function rangesOf(numbers: readonly number[]): Range[] {
  return numbers.reduce<Range[]>((ranges, number) => addRange(ranges, number, number), []);
}
