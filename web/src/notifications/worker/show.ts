/** What the worker does with a push, apart from the browser's own parts. Pure, so that it can be tried. */
export interface Note {
  kind: 'message' | 'reaction' | 'reminder' | 'read' | 'summary' | 'report' | 'overdue' | 'held' | 'alert';
  conversation_id: number;
  number: number;
  urgent: boolean;
}

export interface Shown {
  title: string;
  body: string;
  tag: string;
  path: string;
  silent: boolean;
  over: boolean;
  badge: number;
  close: number[];
}

const NEUTRAL = {
  ru: { title: 'Парта', body: 'Новое сообщение' },
  en: { title: 'Parta', body: 'New message' },
};

/** Ids as they came; null for what is no push of ours. */
export function readNote(text: string): Note | null {
  try {
    const note = JSON.parse(text) as Partial<Note> | null;
    if (typeof note?.kind !== 'string') return null;
    return {
      kind: note.kind,
      conversation_id: note.conversation_id ?? 0,
      number: note.number ?? 0,
      urgent: note.urgent ?? false,
    };
  } catch {
    return null;
  }
}

/** Where the words are asked for; `shown` are the chats whose notifications stand on the screen. */
export function addressOf(note: Note, shown: ReadonlyMap<number, number>): string {
  const pairs = [...shown].slice(0, 100).map(([chat, number]) => `${chat}:${number}`);
  const query = new URLSearchParams({ conversation_id: String(note.conversation_id), number: String(note.number) });
  if (pairs.length > 0) query.set('shown', pairs.join(','));
  return `/api/notifications/${note.kind}?${query}`;
}

/** Without an answer from the server: that something came, and nothing of what. */
export function neutral(note: Note | null, language: string): Shown {
  const id = note?.conversation_id ?? 0;
  return {
    ...NEUTRAL[language.startsWith('en') ? 'en' : 'ru'],
    tag: id > 0 ? `chat-${id}` : 'news',
    path: id > 0 ? `/chats/${id}?at=${note?.number ?? 0}` : '/chats',
    silent: false,
    over: false,
    badge: -1,
    close: [],
  };
}

/** The chat that a notification on the screen is about. */
export const chatOf = (tag: string): number => Number(/^chat-(\d+)$/.exec(tag)?.[1] ?? 0);
