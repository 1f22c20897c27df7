/** The part of the service worker that hears pushes; built into one file of its own, which the worker imports. */
import { addressOf, chatOf, neutral, readNote, type Note, type Shown } from './show';

/** What is used of the worker's world; the page's own types do not know it. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Pushed extends Extendable {
  data: { text(): string } | null;
}
interface Clicked extends Extendable {
  notification: Notification;
}
interface Window_ {
  url: string;
  focus(): Promise<unknown>;
  postMessage(message: unknown): void;
}
interface Worker_ {
  registration: ServiceWorkerRegistration;
  navigator: Navigator;
  clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<Window_[]>;
    openWindow(url: string): Promise<unknown>;
  };
  addEventListener(name: 'push', hear: (event: Pushed) => void): void;
  addEventListener(name: 'notificationclick', hear: (event: Clicked) => void): void;
}

const WORDS_WITHIN = 8000;

function listen(worker: Worker_): void {
  const shownNow = () => worker.registration.getNotifications();
  const numberOf = (one: Notification): number => (one.data as { number?: number } | null)?.number ?? 0;

  const close = async (chat: number, upto: number): Promise<void> => {
    for (const one of await shownNow()) if (chatOf(one.tag) === chat && numberOf(one) <= upto) one.close();
  };

  const ask = async (note: Note): Promise<Shown | null> => {
    const shown = new Map((await shownNow()).map((one) => [chatOf(one.tag), numberOf(one)] as const));
    shown.delete(0);
    const answer = await fetch(addressOf(note, shown), {
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(WORDS_WITHIN),
    });
    // Signed out, or no longer in the chat: this device is to show nothing of it.
    if (answer.status === 401 || answer.status === 404) return null;
    if (!answer.ok) throw new Error(String(answer.status));
    return (await answer.json()) as Shown;
  };

  const badge = async (count: number): Promise<void> => {
    if (count < 0 || !('setAppBadge' in worker.navigator)) return;
    await (count > 0 ? worker.navigator.setAppBadge(count) : worker.navigator.clearAppBadge());
  };

  const tell = async (note: Note | null): Promise<void> => {
    if (note?.kind === 'read') await close(note.conversation_id, note.number);
    const language = worker.navigator.language;
    const words =
      note === null
        ? neutral(null, language)
        : await ask(note).catch(() => (note.kind === 'read' ? null : neutral(note, language)));
    if (words === null) return;
    for (const chat of words.close) await close(chat, Number.MAX_SAFE_INTEGER);
    await badge(words.badge).catch(() => undefined);
    if (words.over) return close(note?.conversation_id ?? 0, note?.number ?? 0);
    const options: NotificationOptions & { renotify: boolean } = {
      body: words.body,
      tag: words.tag,
      renotify: note?.urgent ?? false,
      silent: words.silent,
      icon: '/icons/icon-192.png',
      badge: '/icons/icon-192.png',
      data: { path: words.path, number: note?.number ?? 0 },
    };
    await worker.registration.showNotification(words.title, options);
  };

  const open = async (path: string): Promise<void> => {
    const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const one = windows[0];
    if (one === undefined) return void (await worker.clients.openWindow(path));
    await one.focus().catch(() => undefined);
    one.postMessage({ what: 'parta.open', path });
  };

  worker.addEventListener('push', (event) => event.waitUntil(tell(readNote(event.data?.text() ?? ''))));
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(open((event.notification.data as { path?: string } | null)?.path ?? '/chats'));
  });
}

listen(self as unknown as Worker_);
