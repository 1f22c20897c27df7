import { useEffect } from 'react';

import { useT } from '../core/i18n/useT';
import { useStore } from '../core/store/store';
import type { Conversation } from '../core/store/types';
import { briefName } from '../core/ui/names';
import { needPeople } from './people';

/** «печатает…», with the name where several people could; null when nobody types. */
export function useTypingLine(chat: Conversation): string | null {
  const t = useT();
  const typing = useStore((store) => store.now.typing[chat.id]);
  const ids = Object.keys(typing ?? {}).map(Number);
  const first = useStore((store) => (ids[0] === undefined ? undefined : store.data.people[ids[0]]));
  useEffect(() => needPeople(Object.keys(typing ?? {}).map(Number)), [typing]);
  if (ids.length === 0) return null;
  if (chat.kind === 'direct') return t('chat.typing');
  if (ids.length > 1) return t('chat.typing.many', { count: ids.length });
  return first === undefined ? t('chat.typing') : t('chat.typing.one', { name: briefName(first) });
}
