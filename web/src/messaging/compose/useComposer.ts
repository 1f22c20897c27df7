import { useEffect, useRef, useState } from 'react';

import { knowledge } from '../../core/store/store';
import type { Conversation, Message, NewContent, PersonBrief } from '../../core/store/types';
import type { Target } from '../chat/useChatActions';
import { editMessage, sendMessage } from '../outbox/wishes';
import { session } from '../session';
import { saveDraft } from './drafts';
import { useArrivingDraft } from './useArrivingDraft';
import { useExtras } from './extras';
import { insertMention, mentionedIn } from './mentioning';
import { useField } from './useField';
import type { Incoming } from './useIncoming';

export const LONGEST = 8000;
const TYPING_EVERY = 3000;
const EDITABLE_FOR = 24 * 3600_000;

interface Source {
  conversation: Conversation;
  target: Target;
  files: Incoming;
  draft: string;
  onSent: () => void;
}

/** Writing, answering, changing: one field for all three, and its draft kept. */
export function useComposer({ conversation, target, files, draft, onSent }: Source) {
  const field = useField(draft);
  const [picked, setPicked] = useState<PersonBrief[]>([]);
  const extras = useExtras();
  const typing = useTyping(conversation.id);
  const { edit, reply } = target;
  const { id } = conversation;
  useEditing(edit, field);
  useArrivingDraft(id, target, field);

  const body = field.text.trim();
  const tooLong = field.text.length > LONGEST;
  const ready = !tooLong && (body !== '' || (edit === null && files.files.length > 0));

  const change = () => {
    field.read();
    const text = field.ref.current?.value ?? '';
    if (edit === null) saveDraft(id, text, reply);
    if (text !== '') typing();
  };
  const said = (more?: NewContent) => ({
    body,
    reply,
    mentions: mentionedIn(body, picked),
    files: files.files,
    content: more === undefined ? extras.content : { ...extras.content, ...more },
  });
  const clear = () => {
    files.clear();
    extras.clear();
    field.put('');
    saveDraft(id, '', null);
    setPicked([]);
    target.clear();
  };
  const submit = (more?: NewContent) => {
    if (!ready) return;
    if (edit !== null) {
      const { mentions } = said();
      editMessage(edit, body, mentions.length > 0 ? mentions : edit.mentions);
      setPicked([]);
      target.clear();
      return;
    }
    sendMessage(id, { ...said(more), fromDraft: true });
    clear();
    onSent();
  };
  const sendLater = async (moment: Date) => {
    const { scheduleMessage } = await import('../time/schedule');
    await scheduleMessage(id, said(), moment);
    clear();
  };
  const sendSticker = (sticker: string) => {
    const lifetime = extras.content?.lifetime;
    const content = { sticker, ...(lifetime === undefined ? {} : { lifetime }) };
    sendMessage(id, { body: '', reply, mentions: [], files: [], content });
    target.clear();
    onSent();
  };
  const pick = (person: PersonBrief, from: number) => {
    const put = insertMention(field.text, from, field.caret, person);
    field.put(put.text, put.caret);
    setPicked((was) => [...was, person]);
  };
  const pickWord = (word: string, from: number) => {
    field.put(`${field.text.slice(0, from)}@${word} ${field.text.slice(field.caret)}`, from + word.length + 2);
  };
  const editLast = () => {
    const last = lastOwn(id);
    if (last !== null) target.setEdit(last);
    return last !== null;
  };
  return { field, extras, ready, left: LONGEST - field.text.length, change, submit, sendLater, sendSticker, pick, pickWord, editLast };
}

/** The field takes the text of the message being changed, and gives back what was in it. */
function useEditing(edit: Message | null, { put, text, ref }: ReturnType<typeof useField>): void {
  const before = useRef<string | null>(null);
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    if (edit !== null) {
      before.current ??= latest.current;
      put(edit.body);
    } else if (before.current !== null) {
      put(before.current);
      before.current = null;
    } else ref.current?.focus({ preventScroll: true });
  }, [edit, put, ref]);
}

/** Says "is typing" now and then, not at every letter. */
function useTyping(conversationId: number): () => void {
  const last = useRef(0);
  return () => {
    const now = Date.now();
    if (now - last.current < TYPING_EVERY) return;
    last.current = now;
    session()?.live.typing(conversationId);
  };
}

function lastOwn(conversationId: number): Message | null {
  const { me, threads } = knowledge();
  const own = Object.values(threads[conversationId]?.messages ?? {}).filter(
    (message) => message.author_id === me && message.kind === 'text' && !message.deleted && !message.hidden && message.body !== '' && !message.content?.forwarded,
  );
  const last = own.reduce<Message | null>((best, message) => (best !== null && best.number > message.number ? best : message), null);
  return last !== null && Date.now() - Date.parse(last.created_at) < EDITABLE_FOR ? last : null;
}

export function useFocusOnReply(target: Target, focus: () => void): void {
  const { reply } = target;
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    if (reply !== null) latest.current();
  }, [reply]);
}
