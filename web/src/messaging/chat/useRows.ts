import { useEffect, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';

import { lastRange, rangeAt, type Range } from '../../core/store/ranges';
import { EMPTY_THREAD } from '../../core/store/state';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { useOutbox } from '../outbox/outbox';
import { needPeople } from '../people';
import { peopleIn } from '../titles';
import { buildRows, dayIn, type Row } from './rows';

export interface Shown {
  rows: Row[];
  range: Range | null;
  /** Nothing lies before or after what is shown. */
  complete: { before: boolean; after: boolean };
}

/** The rows around the reader's place in the history. */
export function useRows(conversation: Conversation, anchor: number | null): Shown {
  const { id, last_number } = conversation;
  const me = useStore((store) => store.data.me);
  const thread = useStore((store) => store.data.threads[id] ?? EMPTY_THREAD);
  const tasks = useOutbox((box) => box.tasks);
  const { timeZone } = useIntl();
  const firstUnread = useFirstUnread(conversation);
  const range = (anchor === null ? null : rangeAt(thread.ranges, anchor)) ?? lastRange(thread.ranges);
  const [from, to] = range ?? [0, 0];
  const atTail = to >= last_number;
  const rows = useMemo(
    () =>
      buildRows({
        me,
        thread,
        range: from === 0 ? null : [from, to],
        tasks,
        conversationId: id,
        firstUnread,
        dayOf: dayIn(timeZone ?? 'Europe/Moscow'),
        atTail,
      }),
    [me, thread, from, to, tasks, id, firstUnread, timeZone, atTail],
  );
  useEffect(() => needPeople(rows.flatMap((row) => peopleIn(row.message))), [rows]);
  return { rows, range, complete: { before: from <= (thread.floor ?? 1), after: atTail } };
}

/** The unread line stays where it was when the chat was opened. */
function useFirstUnread({ unread, read_number }: Conversation): number | null {
  const [first] = useState(unread > 0 ? read_number + 1 : null);
  return first;
}
