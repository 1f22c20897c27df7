import { useEffect, useRef } from 'react';

import { knowledge, useStore } from '../../core/store/store';
import type { Message } from '../../core/store/types';
import type { Target } from '../chat/useChatActions';
import { loadAround } from '../history';
import { hurryDrafts, loadDraft, saveDraft, useDrafts } from './drafts';
import type { useField } from './useField';

/** The field takes what another device has written meanwhile, and what the draft was an answer to. */
export function useArrivingDraft(id: number, target: Target, field: ReturnType<typeof useField>): void {
  const arrived = useDrafts((store) => store.arrived[id] ?? 0);
  const answered = useDrafts((store) => store.drafts[id]?.reply_to_number ?? null);
  const question = useStore((store) => (answered === null ? undefined : store.data.threads[id]?.messages[answered]));
  const latest = useRef({ target, field, question });
  latest.current = { target, field, question };
  const first = useRef(arrived);

  useEffect(() => {
    // A message being changed keeps the field; the draft waits in its own place.
    if (arrived !== first.current && latest.current.target.edit === null) latest.current.field.put(loadDraft(id));
    first.current = arrived;
  }, [arrived, id]);

  useEffect(() => {
    const missing = answered !== null && knowledge().threads[id]?.messages[answered] === undefined;
    if (missing) void loadAround(id, answered).catch(() => undefined);
  }, [answered, id]);

  const found = question !== undefined && !question.deleted && !question.hidden;
  useEffect(() => {
    const { target: now, question: message } = latest.current;
    if (found && message !== undefined && now.reply === null && now.edit === null) now.setReply(message);
    // Once the person has let go of it, it does not come back by itself.
  }, [found]);

  useReply(id, target.reply, latest.current.target.edit !== null, field.text);
  useEffect(() => hurryDrafts, [id]);
}

/** Taking up an answer or letting it go is part of the draft. */
function useReply(id: number, reply: Message | null, editing: boolean, text: string): void {
  const latest = useRef(text);
  latest.current = text;
  const before = useRef(reply);
  useEffect(() => {
    if (before.current === reply || editing) return;
    before.current = reply;
    if (latest.current.trim() !== '') saveDraft(id, latest.current, reply);
  }, [id, reply, editing]);
}
