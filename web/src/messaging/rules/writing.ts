import { useEffect, useState } from 'react';

import type { Conversation, MemberRole, Who } from '../../core/store/types';

const GRANTED: Record<Who, readonly MemberRole[]> = {
  all: ['owner', 'administrator', 'member'],
  administrators: ['owner', 'administrator'],
  owner: ['owner'],
};

const USUAL = { invites: 'administrators', pins: 'administrators', calls: 'all', mentions_all: 'administrators' } as const;

/** Whether the chat's order lets me do this; in a chat of two both may everything. */
export function may(right: keyof typeof USUAL, { kind, my_role, settings }: Conversation): boolean {
  return kind !== 'group' || GRANTED[settings?.[`who_${right}`] ?? USUAL[right]].includes(my_role);
}

export interface Closure {
  /** The sentence that says why, by its name. */
  id: string;
  until: string | null;
  reason: string;
}

const FOREVER = '9999';

/** Whether a term has an end anybody will see. */
export const isForever = (until: string): boolean => until.startsWith(FOREVER);

/** Why the order of the chat does not let me write now; null when it does. */
export function closedBy({ kind, my_role, settings, write_ban }: Conversation, now: number): Closure | null {
  if (write_ban && Date.parse(write_ban.until) > now) return closure('compose.closed.banned', write_ban.until, write_ban.reason);
  if (kind !== 'group' || my_role !== 'member') return null;
  if (settings?.who_writes === 'administrators') return closure('compose.closed.administrators', null, '');
  const until = settings?.silent_until;
  if (until && Date.parse(until) > now) return closure('compose.closed.silent', until, settings.silence_reason ?? '');
  return null;
}

const closure = (id: string, until: string | null, reason: string): Closure => ({
  id,
  until: until === null || isForever(until) ? null : until,
  reason,
});

/** When slow mode lets me write again; 0 when it does now. */
export function slowUntil({ kind, my_role, settings, said_at }: Conversation): number {
  const pause = settings?.slow_mode ?? 0;
  if (kind !== 'group' || my_role !== 'member' || pause === 0 || !said_at) return 0;
  return Date.parse(said_at) + pause * 1000;
}

/** Why I may not write here, and how many seconds slow mode still asks for; follows the clock by itself. */
export function useWriting(conversation: Conversation): { closed: Closure | null; wait: number } {
  const [now, setNow] = useState(Date.now);
  const closed = closedBy(conversation, now);
  const slow = slowUntil(conversation);
  const ends = closed?.until ? Date.parse(closed.until) : 0;
  useEffect(() => {
    setNow(Date.now());
    if (slow <= Date.now() && ends === 0) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [slow, ends]);
  return { closed, wait: Math.max(0, Math.ceil((slow - now) / 1000)) };
}

export const isAhead = (moment: string): boolean => Date.parse(moment) > Date.now();
