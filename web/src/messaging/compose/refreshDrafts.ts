import { api } from '../../core/api/client';
import { meetDraft, useDrafts } from './drafts';
import { isTold, type TheirDraft } from './reconcile';

const ASK_AFTER = 200;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Another device has written: its words are asked for once, however many events told of them. */
export function hearDraft(event: { conversation_id: number; stamp: number; erased: boolean }): void {
  const { conversation_id, stamp, erased } = event;
  const mine = useDrafts.getState().drafts[conversation_id];
  const nothing = { conversation_id, reply_to_id: null, reply_to_number: null, stamp };
  if (erased) meetDraft({ ...nothing, body: '' });
  else if (mine !== undefined && stamp === mine.stamp) meetDraft({ ...nothing, body: mine.body });
  else if (mine === undefined || stamp > mine.told) {
    clearTimeout(timer);
    timer = setTimeout(() => void refreshDrafts().catch(() => undefined), ASK_AFTER);
  }
}

/** Everything begun on any device; what was told before and is listed no more was sent or erased elsewhere. */
export async function refreshDrafts(): Promise<void> {
  const before = useDrafts.getState().drafts;
  const listed = new Set<number>();
  let after: string | null = null;
  do {
    const page: { items: TheirDraft[]; next: string | null } = await api.get('/api/me/drafts', { after });
    for (const draft of page.items) {
      listed.add(draft.conversation_id);
      meetDraft(draft);
    }
    after = page.next;
  } while (after !== null);
  const now = useDrafts.getState().drafts;
  for (const draft of Object.values(before)) {
    const id = draft.conversation_id;
    if (listed.has(id) || !isTold(draft) || now[id] !== draft) continue;
    meetDraft({ ...draft, body: '', reply_to_id: null, reply_to_number: null, stamp: draft.stamp + 1 });
  }
}
