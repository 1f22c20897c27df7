import { session } from './session';

const MOST = 100;
const SAY_AFTER = 200;

const people = new Map<string, readonly number[]>();
let open: number | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whose presence a part of the screen shows; each part speaks for itself. */
export function watchPeople(part: string, ids: readonly number[]): void {
  people.set(part, ids);
  say();
}

/** The conversation whose count of people in the network is shown. */
export function watchConversation(id: number | null): void {
  open = id;
  say();
}

/** One watch for what changed together: the server replaces the previous one as a whole. */
function say(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const all = new Set([...people.values()].flat());
    session()?.live.watch([...all].slice(0, MOST), open);
  }, SAY_AFTER);
}
