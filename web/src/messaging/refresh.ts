import { mergeList, mergePeople } from '../core/store/merge';
import { personStream } from '../core/store/state';
import type { Conversation, PersonBrief } from '../core/store/types';
import { change, changeNow, knowledge } from '../core/store/store';
import { needPeople } from './people';
import { listConversations } from './server/conversations';

const READ_AT = 'parta.list_read_at';
const FRESH_FOR = 24 * 3600_000;

/** Whether this device has read the whole list lately. Names and titles that change meanwhile may be a day old. */
export function isListFresh(): boolean {
  return Date.now() - Number(localStorage.getItem(READ_AT) ?? 0) < FRESH_FOR;
}

/** Resolves to how far in my own stream the answer has seen: -1 when it says nothing of that. */
let running: Promise<number> | null = null;

/**
 * The whole list from the server: events tell what changes, this tells what nobody tells (others' pointers, losses).
 *
 * A list already under way may have been read before the stream reached where it was joined, and what happened
 * between the two would be told by neither: then it is read once more.
 */
export async function refreshList(): Promise<void> {
  const upTo = ownCursor();
  const joined = running !== null;
  const seen = await (running ??= start());
  if (joined && seen < upTo) await (running ??= start());
}

function start(): Promise<number> {
  return read().finally(() => {
    running = null;
  });
}

function ownCursor(): number {
  const { cursors, me } = knowledge();
  return cursors[personStream(me)] ?? 0;
}

async function read(): Promise<number> {
  const knownBefore = Object.keys(knowledge().conversations).map(Number);
  const items: Conversation[] = [];
  const people: PersonBrief[] = [];
  try {
    let after: string | null = null;
    do {
      const page = await listConversations(after);
      items.push(...page.items);
      people.push(...(page.people ?? []));
      after = page.next;
      showEarly(page.items, page.people ?? []);
    } while (after !== null);
    change((state) => mergeList(state, items, knownBefore));
    changeNow(() => ({ list: 'ready' }));
    localStorage.setItem(READ_AT, String(Date.now()));
    needPeople(items.flatMap((item) => [item.partner_id ?? 0, item.last_message?.author_id ?? 0]));
  } catch {
    changeNow(({ list }) => ({ list: list === 'ready' ? 'ready' : 'failed' }));
  }
  return items.length === 0 ? -1 : Math.min(...items.map((item) => item.own_seq));
}

/** The first page is drawn without waiting for the last. */
function showEarly(items: readonly Conversation[], people: readonly PersonBrief[]): void {
  change((state) => mergeList(mergePeople(state, people), items, []));
  changeNow(() => ({ list: 'ready' }));
}
