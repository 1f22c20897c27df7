import { create } from 'zustand';
import type { Database, KeptDraft } from '../../core/store/database';
import { session } from '../session';

interface Drafts {
  drafts: Readonly<Record<number, KeptDraft>>;
}

/** What was begun and not sent, per conversation. */
export const useDrafts = create<Drafts>(() => ({ drafts: {} }));

const WRITE_AFTER = 300;
const timers = new Map<number, ReturnType<typeof setTimeout>>();

export async function loadDrafts(database: Database | null): Promise<void> {
  const kept = (await database?.drafts.toArray().catch(() => [])) ?? [];
  useDrafts.setState({ drafts: Object.fromEntries(kept.map((draft) => [draft.conversation_id, draft])) });
}

export function saveDraft(conversation_id: number, body: string, reply_to_id: number | null): void {
  const draft = { conversation_id, body, reply_to_id };
  useDrafts.setState(({ drafts }) => {
    const { [conversation_id]: _was, ...others } = drafts;
    return { drafts: body.trim() === '' ? others : { ...others, [conversation_id]: draft } };
  });
  clearTimeout(timers.get(conversation_id));
  timers.set(conversation_id, setTimeout(() => void write(draft), WRITE_AFTER));
}

async function write(draft: KeptDraft): Promise<void> {
  const database = session()?.database;
  if (draft.body.trim() === '') await database?.drafts.delete(draft.conversation_id).catch(() => undefined);
  else await database?.drafts.put(draft).catch(() => undefined);
}

export function dropDrafts(): void {
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
  useDrafts.setState({ drafts: {} });
}

export function loadDraft(conversationId: number): string {
  return useDrafts.getState().drafts[conversationId]?.body ?? '';
}
