/** What o'clock it is at the server: terms end there, and a device's own clock may be wrong by hours. */
const KEY = 'parta.clock_offset';

let offset = remembered();

function remembered(): number {
  const kept = Number(globalThis.localStorage?.getItem(KEY) ?? 0);
  return Number.isFinite(kept) ? kept : 0;
}

/** Hears the server's time; kept, so that a start without a network goes by it, too. */
export function noteServerTime(time: string | undefined): void {
  const told = Date.parse(time ?? '');
  if (Number.isNaN(told)) return;
  offset = told - Date.now();
  globalThis.localStorage?.setItem(KEY, String(Math.round(offset)));
}

export const serverNow = (): number => Date.now() + offset;
