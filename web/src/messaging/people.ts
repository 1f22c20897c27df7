import { mergePeople } from '../core/store/merge';
import { change, knowledge } from '../core/store/store';
import { getPeople } from './server/conversations';

const ASK_AFTER = 30;
const AT_ONCE = 100;

const wanted = new Set<number>();
const asked = new Set<number>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks for people nobody has told us about, many in one request, each once. */
export function needPeople(ids: Iterable<number>): void {
  const { people } = knowledge();
  for (const id of ids) if (id > 0 && people[id] === undefined && !asked.has(id)) wanted.add(id);
  if (wanted.size > 0) timer ??= setTimeout(() => void ask(), ASK_AFTER);
}

async function ask(): Promise<void> {
  timer = undefined;
  const ids = [...wanted].slice(0, AT_ONCE);
  for (const id of ids) {
    wanted.delete(id);
    asked.add(id);
  }
  try {
    const { items } = await getPeople(ids);
    change((state) => mergePeople(state, items));
  } catch {
    for (const id of ids) asked.delete(id);
  }
  if (wanted.size > 0) timer ??= setTimeout(() => void ask(), ASK_AFTER);
}

export function forgetWanted(): void {
  wanted.clear();
  asked.clear();
  clearTimeout(timer);
  timer = undefined;
}
