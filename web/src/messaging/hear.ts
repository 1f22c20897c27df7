import { api } from '../core/api/client';
import { noteServerTime } from '../core/live/clock';
import type { Heard, LiveHooks } from '../core/live/live';
import type { ServerFrame } from '../core/live/frames';
import { isSlow } from '../core/live/line';
import { apply } from '../core/store/apply';
import { forgetConversation } from '../core/store/apply-person';
import { mergeReaders, resetThread } from '../core/store/merge';
import { streamId, type State } from '../core/store/state';
import type { SchoolEvent } from '../core/store/school-events';
import type { StreamEvent } from '../core/store/types';
import { change, changeNow, knowledge, useStore } from '../core/store/store';
import { refreshMe } from '../identity/session';
import { announce, tellHearers } from './announce';
import { meetConversation } from './meet';
import { isListFresh, refreshList } from './refresh';
import { session } from './session';

const TYPING_LASTS = 6000;
/** What did not come now is asked for at the next welcome. */
const ignore = (): void => undefined;

type Voted = Extract<ServerFrame, { op: 'voted' }>;

/** What messaging does with what the live socket brings. */
export const hooks: LiveHooks = {
  cursors: () => ({ ...knowledge().cursors }),
  welcomed,
  events,
  whisper,
  closed,
  status: (status) => {
    changeNow(() => ({ status }));
    if (status === 'open') session()?.runner.hurry();
  },
  // The next request hears "sign in first", and whoever waits for that word acts.
  ended: () => void api.get('/api/me').catch(() => undefined),
};

/** What changes the list of what waits for me, or tells more than fits into an event. */
const ASKING = new Set(['confirmation_given', 'confirmation_reminded', 'poll_reminded', 'poll_voted', 'message_deleted']);

const hearAsking = (heard: Heard['event'] | Voted | null): void => void import('./confirm/hearAsking').then((asking) => asking.hearAsking(heard));

/** What I asked to be told at its moment. */
const IN_TIME = new Set(['scheduled_changed', 'scheduled_refused', 'reminder_changed', 'reminder_due', 'export_changed']);

const hearInTime = (event: Heard['event']): void => void import('./time/hearInTime').then((time) => time.hearInTime(event));

function welcomed(welcome: Extract<ServerFrame, { op: 'welcome' }>): void {
  noteServerTime(welcome.time);
  if (welcome.person_id !== knowledge().me) void refreshMe().catch(ignore);
  const lost = [...welcome.reset, ...(welcome.gone ?? [])];
  change((state) => lost.reduce((was, stream) => restartStream(was, stream, welcome.streams[stream]), state));
  change((state) => startPersonStream(state, welcome));
  void catchUp(Object.keys(welcome.streams), lost);
  void import('./order/refreshOwn').then((own) => own.refreshOwn(lost)).catch(ignore);
  hearAsking(null);
}

/** On a slow line only what no stream tells; the whole list waits until it is needed. */
async function catchUp(streams: readonly string[], lost: readonly string[]): Promise<void> {
  if (lost.length > 0 || !isSlow() || !isListFresh()) return refreshList();
  const { hasAll, refreshPointers } = await import('./pointers');
  await (hasAll(streams) ? refreshPointers().catch(ignore) : refreshList());
}

/** A stream whose tail is lost: a conversation starts again from its snapshot, one that is closed to us goes. */
function restartStream(state: State, stream: string, head: number | undefined): State {
  const id = streamId(stream, 'conversation');
  if (head === undefined) {
    const { [stream]: _gone, ...cursors } = state.cursors;
    return id === null ? { ...state, cursors } : forgetConversation(state, id);
  }
  const moved = { ...state, cursors: { ...state.cursors, [stream]: head } };
  return id === null ? moved : resetThread(moved, id);
}

/** Streams we did not name start at their heads; their snapshots are asked for right after. */
function startPersonStream(state: State, welcome: Extract<ServerFrame, { op: 'welcome' }>): State {
  const cursors = { ...state.cursors };
  for (const [stream, head] of Object.entries(welcome.streams)) cursors[stream] ??= head;
  return { ...state, cursors };
}

function events(batch: Heard[]): void {
  change((state) => batch.reduce((was, { stream, seq, event }) => apply(was, stream, seq, event), state));
  for (const { event } of batch) {
    if (event.kind === 'conversation_joined') void meetConversation(event.conversation_id);
    if (event.kind === 'conversation_left') void session()?.outbox.purge(event.conversation_id);
    if (event.kind === 'roles_changed') void refreshList();
    if (isOfSchool(event)) hearOfSchool(event);
    if (IN_TIME.has(event.kind)) hearInTime(event);
    if (event.kind === 'draft_changed') void import('./compose/refreshDrafts').then((drafts) => drafts.hearDraft(event), ignore);
    if (ASKING.has(event.kind) || (event.kind === 'message_added' && event.message.content)) hearAsking(event);
    if (event.kind === 'message_added') {
      stopTyping(event.message.conversation_id, event.message.author_id);
      announce(event.message);
    }
    tellHearers(event);
  }
}

const SCHOOL = new Set<string>(['roles_changed', 'joining_asked', 'joining_decided', 'family_changed'] satisfies SchoolEvent['kind'][]);
const isOfSchool = (event: StreamEvent): event is SchoolEvent => SCHOOL.has(event.kind);
const hearOfSchool = (event: SchoolEvent): void => void import('../organisations/invites/hearing').then(({ hearSchool }) => hearSchool(event)).catch(ignore);

function whisper(frame: Parameters<LiveHooks['whisper']>[0]): void {
  if (frame.op === 'presence') changeNow(({ presence }) => ({ presence: { ...presence, ...frame.people } }));
  if (frame.op === 'online') changeNow(({ online }) => ({ online: { ...online, [frame.conversation_id]: frame.count } }));
  if (frame.op === 'voted') hearAsking(frame);
  if (frame.op === 'reading') change((state) => mergeReaders(state, frame.conversation_id, frame.readers));
  if (frame.op === 'typing' && frame.person_id !== knowledge().me) startTyping(frame.conversation_id, frame.person_id);
}

function startTyping(conversationId: number, personId: number): void {
  const until = Date.now() + TYPING_LASTS;
  changeNow(({ typing }) => ({
    typing: { ...typing, [conversationId]: { ...typing[conversationId], [personId]: until } },
  }));
  setTimeout(() => {
    if ((typingUntil(conversationId, personId) ?? 0) <= Date.now()) stopTyping(conversationId, personId);
  }, TYPING_LASTS + 50);
}

const typingUntil = (conversationId: number, personId: number): number | undefined =>
  useStore.getState().now.typing[conversationId]?.[personId];

function stopTyping(conversationId: number, personId: number): void {
  if (typingUntil(conversationId, personId) === undefined) return;
  changeNow(({ typing }) => {
    const { [personId]: _gone, ...rest } = typing[conversationId] ?? {};
    return { typing: { ...typing, [conversationId]: rest } };
  });
}

function closed(stream: string): void {
  const id = streamId(stream, 'conversation');
  if (id === null) return;
  change((state) => forgetConversation(state, id));
  const now = session();
  void now?.outbox.purge(id);
  void now?.database?.drafts.delete(id);
}
