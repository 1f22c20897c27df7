import { create } from 'zustand';
import { api } from '../../core/api/client';
import { randomId } from '../../core/api/random';
import type { Database, KeptDraft } from '../../core/store/database';
import type { Message } from '../../core/store/types';
import type { DraftTask } from '../outbox/tasks';
import { session } from '../session';
import { isTold, laterThan, reconcile, type TheirDraft } from './reconcile';

interface Drafts {
  drafts: Readonly<Record<number, KeptDraft>>;
  /** Grows whenever words come from elsewhere: a field that is open takes them. */
  arrived: Readonly<Record<number, number>>;
}

/** What was begun and not sent, per conversation; an erased one stays with an empty text until that is told. */
export const useDrafts = create<Drafts>(() => ({ drafts: {}, arrived: {} }));

const WRITE_AFTER = 150;
const TELL_AFTER = 1500;
const writing = new Map<number, ReturnType<typeof setTimeout>>();
const telling = new Map<number, ReturnType<typeof setTimeout>>();

const draftOf = (id: number): KeptDraft | undefined => useDrafts.getState().drafts[id];

export async function loadDrafts(database: Database | null): Promise<void> {
  const kept = (await database?.drafts.toArray().catch(() => [])) ?? [];
  // A draft of an older version was never told.
  const whole = kept.map((draft) => ({ ...{ reply_to_number: null, stamp: Date.now(), told: 0 }, ...draft }));
  useDrafts.setState({ drafts: Object.fromEntries(whole.map((draft) => [draft.conversation_id, draft])), arrived: {} });
  document.addEventListener('visibilitychange', leaving);
  window.addEventListener('pagehide', hurryDrafts);
  for (const draft of whole) if (!isTold(draft)) tellSoon(draft.conversation_id);
}

export function saveDraft(conversation_id: number, body: string, reply: Message | null): void {
  const was = draftOf(conversation_id);
  const text = body.trim() === '' ? '' : body;
  if (text === '' && (was === undefined || was.body === '')) return;
  put({
    conversation_id,
    body: text,
    reply_to_id: text === '' ? null : (reply?.id ?? null),
    reply_to_number: text === '' ? null : (reply?.number ?? null),
    stamp: laterThan(was?.stamp ?? 0),
    told: was?.told ?? 0,
  });
  writeSoon(conversation_id);
  tellSoon(conversation_id);
}

/** The draft was sent. Answers what has to be written down together with the message. */
export function eraseDraft(conversation_id: number): KeptDraft | null {
  const was = draftOf(conversation_id);
  if (was === undefined) return null;
  const erased = { ...was, body: '', reply_to_id: null, reply_to_number: null, stamp: laterThan(was.stamp) };
  put(erased);
  clearTimeout(writing.get(conversation_id));
  // What nobody else has heard of need not be taken back.
  if (was.told > 0 || isBeingTold(conversation_id)) tellNow(conversation_id);
  else clearTimeout(telling.get(conversation_id));
  return erased;
}

/** What the server says of a draft; a field that shows it is told when the words changed. */
export function meetDraft(theirs: TheirDraft): void {
  const was = draftOf(theirs.conversation_id);
  const is = reconcile(was, theirs);
  if (is === was) return;
  put(is);
  writeSoon(is.conversation_id);
  if (!isTold(is)) tellSoon(is.conversation_id);
  if (is.body === (was?.body ?? '')) return;
  useDrafts.setState(({ arrived }) => ({ arrived: { ...arrived, [is.conversation_id]: (arrived[is.conversation_id] ?? 0) + 1 } }));
}

/** Says a draft to the server, and hears which one stands. */
export async function tellDraft({ conversation_id, body, reply_to_id, stamp, seen }: DraftTask): Promise<void> {
  const text = { body, reply_to_id, stamp, seen };
  meetDraft(await api.put<TheirDraft>(`/api/me/drafts/${conversation_id}`, text));
}

/** Writes down and tells at once what waits for its moment: the page may be left now. */
export function hurryDrafts(): void {
  for (const id of [...writing.keys()]) write(id);
  for (const id of [...telling.keys()]) tellNow(id);
}

export function dropDrafts(): void {
  for (const timer of [...writing.values(), ...telling.values()]) clearTimeout(timer);
  writing.clear();
  telling.clear();
  document.removeEventListener('visibilitychange', leaving);
  window.removeEventListener('pagehide', hurryDrafts);
  useDrafts.setState({ drafts: {}, arrived: {} });
}

export function loadDraft(conversationId: number): string {
  return draftOf(conversationId)?.body ?? '';
}

function leaving(): void {
  if (document.visibilityState === 'hidden') hurryDrafts();
}

function put(draft: KeptDraft): void {
  useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [draft.conversation_id]: draft } }));
}

function writeSoon(id: number): void {
  clearTimeout(writing.get(id));
  writing.set(id, setTimeout(() => write(id), WRITE_AFTER));
}

function write(id: number): void {
  clearTimeout(writing.get(id));
  writing.delete(id);
  const draft = draftOf(id);
  const drafts = session()?.database?.drafts;
  if (draft === undefined || drafts === undefined) return;
  const gone = draft.body === '' && isTold(draft);
  void Promise.resolve(gone ? drafts.delete(id) : drafts.put(draft)).catch(() => undefined);
}

function tellSoon(id: number): void {
  clearTimeout(telling.get(id));
  telling.set(id, setTimeout(() => tellNow(id), TELL_AFTER));
}

function tellNow(id: number): void {
  clearTimeout(telling.get(id));
  telling.delete(id);
  const draft = draftOf(id);
  const outbox = session()?.outbox;
  if (draft === undefined || outbox === undefined || isTold(draft)) return;
  const { body, reply_to_id, stamp, told: seen } = draft;
  const task: DraftTask = {
    ...{ id: randomId(), conversation_id: id, order: outbox.nextOrder() },
    ...{ state: 'waiting', problem: null, kind: 'draft', body, reply_to_id, stamp, seen },
  };
  void outbox.add(task);
}

function isBeingTold(id: number): boolean {
  const tasks = session()?.outbox.tasks ?? [];
  return tasks.some((task) => task.kind === 'draft' && task.conversation_id === id && task.state === 'waiting');
}
