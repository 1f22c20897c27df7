import { useMemo, useRef, useState } from 'react';

import { useT } from '../../core/i18n/useT';
import type { Conversation, Message } from '../../core/store/types';
import { confirm, toast } from '../../core/ui/dialogs';
import { cancelFile, dropMessage, react, removeMessage, retryMessage } from '../outbox/wishes';
import type { Viewed } from '../../files/viewed';
import type { ChatActs, Sheet } from './context';

export interface Menu {
  message: Message;
  /** null: opened by a long press, stands at the bottom of the screen. */
  at: { x: number; y: number } | null;
}

/** What the composer is doing besides a plain message. */
export interface Target {
  reply: Message | null;
  edit: Message | null;
  setReply: (message: Message) => void;
  setEdit: (message: Message) => void;
  clear: () => void;
}

function useValue<T>() {
  const [value, set] = useState<T | null>(null);
  return useMemo(() => ({ value, set, close: () => set(null) }), [value]);
}

export function useChatActions(conversation: Conversation, jump: (number: number) => void) {
  const t = useT();
  const menu = useValue<Menu>();
  const sheet = useValue<Sheet>();
  const viewed = useValue<Viewed>();
  const target = useTarget();
  const latest = useRef({ menu, sheet, viewed, target, jump, conversation });
  latest.current = { menu, sheet, viewed, target, jump, conversation };
  const acts = useMemo<ChatActs>(
    () => ({
      reply: (message) => latest.current.target.setReply(message),
      edit: (message) => latest.current.target.setEdit(message),
      jump: (number) => latest.current.jump(number),
      react,
      remove: (message, scope) => void askAndRemove(message, scope, t),
      copy: (message) => void navigator.clipboard?.writeText(message.body).then(() => toast(t('message.copied'))),
      menu: (message, at) => latest.current.menu.set({ message, at }),
      sheet: (next) => latest.current.sheet.set(next),
      retry: retryMessage,
      drop: dropMessage,
      dropFile: cancelFile,
      view: (message, fileId) => latest.current.viewed.set({ files: message.files.filter((file) => file.kind === 'image'), fileId }),
    }),
    [t],
  );
  return { acts, menu, sheet, viewed, target };
}

function useTarget(): Target {
  const [target, setTarget] = useState<{ reply: Message | null; edit: Message | null }>({ reply: null, edit: null });
  return useMemo(
    () => ({
      ...target,
      setReply: (reply: Message) => setTarget({ reply, edit: null }),
      setEdit: (edit: Message) => setTarget({ reply: null, edit }),
      clear: () => setTarget({ reply: null, edit: null }),
    }),
    [target],
  );
}

async function askAndRemove(message: Message, scope: 'all' | 'me', t: ReturnType<typeof useT>): Promise<void> {
  const agreed = await confirm({
    title: t(`message.delete_${scope}.ask`),
    text: t(`message.delete_${scope}.text`),
    action: t('message.drop'),
    destructive: true,
  });
  if (agreed) removeMessage(message, scope);
}
