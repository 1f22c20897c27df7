import type { Range } from '../../core/store/ranges';
import type { Thread } from '../../core/store/state';
import type { Message, MessageContent, NewPoll, Poll } from '../../core/store/types';
import { byNumber, overlay } from '../outbox/overlay';
import { isSend, type SendTask, type Task } from '../outbox/tasks';

/** One row of the conversation: a message, and what stands around it. */
export interface Row {
  id: string;
  message: Message;
  mine: boolean;
  /** The first message of its day carries the day above it. */
  day: boolean;
  /** The first message not read when the chat was opened. */
  unread: boolean;
  /** First and last of messages in a row by one author. */
  first: boolean;
  last: boolean;
  /** Not confirmed yet. */
  task: SendTask | null;
}

interface Source {
  me: number;
  thread: Thread;
  range: Range | null;
  tasks: readonly Task[];
  conversationId: number;
  firstUnread: number | null;
  /** The calendar day of a moment, in the person's time zone. */
  dayOf(moment: string): string;
  /** Unconfirmed messages stand after the newest only. */
  atTail: boolean;
}

const GROUP_WITHIN = 5 * 60_000;

export function buildRows(source: Source): Row[] {
  const { thread, range, me } = source;
  const changes = byNumber(source.tasks, source.conversationId);
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (let number = range?.[0] ?? 1; number <= (range?.[1] ?? 0); number += 1) {
    const known = thread.messages[number];
    if (known === undefined) continue;
    if (known.client_id !== null && known.author_id === me) seen.add(known.client_id);
    const tasks = changes.get(number);
    const message = tasks === undefined ? known : overlay(known, tasks);
    if (!message.hidden) rows.push(blank(message, me, null));
  }
  if (source.atTail) rows.push(...unconfirmed(source, seen));
  return arrange(rows, source);
}

function unconfirmed({ tasks, conversationId, me }: Source, seen: ReadonlySet<string>): Row[] {
  return tasks
    .filter(isSend)
    .filter((task) => task.conversation_id === conversationId && !seen.has(task.id))
    .map((task) => blank(asMessage(task, me), me, task));
}

function blank(message: Message, me: number, task: SendTask | null): Row {
  // The same key before and after the confirmation: the row is not mounted anew.
  const id = message.client_id ?? `id-${message.id}`;
  return { id, message, mine: message.author_id === me, day: false, unread: false, first: true, last: true, task };
}

/** What others will see of the content; the rest comes with the server's answer. */
function contentOf({ content, created_at }: SendTask): MessageContent | null {
  if (!content) return null;
  const { sticker, confirm, poll, lifetime } = content;
  return {
    ...(sticker === undefined ? {} : { sticker }),
    ...(confirm === true ? { confirmation: { required: true, mine_at: null, confirmed: null, total: null } } : {}),
    ...(poll === undefined ? {} : { poll: pollOf(poll) }),
    ...(lifetime === undefined ? {} : { expires_at: new Date(Date.parse(created_at) + lifetime * 1000).toISOString() }),
  };
}

const pollOf = (asked: NewPoll): Poll => ({
  ...{ many: false, anonymous: false, change_allowed: false, hide_until_closed: false, closes_at: null },
  ...asked,
  ...{ quiz: (asked.quiz_right ?? null) !== null, closed: false, counts: null, voters: null },
  ...{ right: null, explanation: '', voted: false, mine: [] },
});

const cache = new WeakMap<SendTask, Message>();

/** What the message will be once the server has it. */
function asMessage(task: SendTask, me: number): Message {
  const known = cache.get(task);
  if (known !== undefined) return known;
  const message: Message = {
    id: 0,
    conversation_id: task.conversation_id,
    number: 0,
    author_id: me,
    client_id: task.id,
    kind: 'text',
    body: task.body,
    reply_to: task.reply_to,
    files: [],
    mentions: task.mentions,
    reactions: [],
    service: null,
    content: contentOf(task),
    created_at: task.created_at,
    edited_at: null,
    deleted: false,
    hidden: false,
  };
  cache.set(task, message);
  return message;
}

/** Days, the unread line and groups of one author depend on the neighbours. */
function arrange(rows: Row[], { firstUnread, dayOf }: Source): Row[] {
  let unreadShown = false;
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    row.day = before === undefined || dayOf(before.message.created_at) !== dayOf(row.message.created_at);
    row.unread = !unreadShown && firstUnread !== null && row.task === null && row.message.number >= firstUnread;
    unreadShown ||= row.unread;
    row.first = before === undefined || row.day || row.unread || !together(before.message, row.message);
    if (before !== undefined) before.last = row.first;
  });
  return rows;
}

function together(before: Message, after: Message): boolean {
  if (before.author_id !== after.author_id || before.kind === 'service' || after.kind === 'service') return false;
  return Date.parse(after.created_at) - Date.parse(before.created_at) < GROUP_WITHIN;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const days = new Map<string, string>();

/** Calendar days are asked for thousands of times while scrolling; each moment is computed once. */
export function dayIn(timeZone: string): (moment: string) => string {
  return (moment) => {
    const key = `${timeZone} ${moment}`;
    const known = days.get(key);
    if (known !== undefined) return known;
    const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
    formatters.set(timeZone, formatter);
    const day = formatter.format(new Date(moment));
    if (days.size > 20_000) days.clear();
    days.set(key, day);
    return day;
  };
}
