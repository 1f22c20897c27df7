import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { mergePeople } from '../../core/store/merge';
import { change, useStore } from '../../core/store/store';
import type { Conversation, Message } from '../../core/store/types';
import { confirm, toast } from '../../core/ui/dialogs';
import { getPins, pin, unpin, type Pin } from './server';
import { TEXTS } from './texts';

const NONE: Pin[] = [];

/** What is pinned in a chat, the newest first; asked for anew whenever the stream tells of a change. */
export function usePins({ id, pins = 0 }: Conversation) {
  const version = useStore((store) => store.data.pinChanges[id] ?? 0);
  const query = useQuery({
    queryKey: ['pins', id, pins, version],
    queryFn: async () => {
      const page = await getPins(id);
      change((state) => mergePeople(state, page.people));
      return page;
    },
    enabled: pins > 0,
    placeholderData: keepPreviousData,
  });
  const thread = useStore((store) => store.data.threads[id]?.messages);
  const items = pins > 0 ? (query.data?.items ?? NONE) : NONE;
  // An edit is told to the thread alone.
  const current = useMemo(
    () => items.map((one) => ({ ...one, message: thread?.[one.message.number] ?? one.message })).filter(({ message }) => !message.deleted && !message.hidden),
    [items, thread],
  );
  return { ...query, pins: current };
}

/** Whether the chat's order lets me pin; in chats of two both may. */
export function mayPin({ kind, my_role, settings, can_write }: Conversation): boolean {
  if (kind !== 'group') return can_write;
  const who = settings?.who_pins ?? 'administrators';
  return who === 'all' || my_role === 'owner' || (who === 'administrators' && my_role === 'administrator');
}

/** Pinning is for all, so it is asked about first. */
export function usePinning() {
  const t = useTexts(TEXTS);
  const explain = useExplain();
  const tell = (asked: Promise<unknown>) => void asked.catch((error: unknown) => toast(explain(error), { failed: true }));
  return {
    pin: (message: Message, conversation: Conversation) => {
      if (conversation.kind === 'favourites') return tell(pin(message.id));
      void confirm({ title: t('pins.ask'), text: t('pins.ask.text'), action: t('pins.pin') }).then((agreed) => agreed && tell(pin(message.id)));
    },
    unpin: (message: Message) =>
      void confirm({ title: t('pins.unpin.ask'), action: t('pins.unpin') }).then((agreed) => agreed && tell(unpin(message.id))),
  };
}
