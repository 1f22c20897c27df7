/** What tells of news while Parta is open: a banner, a sound, a notification of the system, the counts. */
import { navigate } from '../core/navigation/router';
import type { Conversation, Message, StreamEvent } from '../core/store/types';
import { knowledge, useStore } from '../core/store/store';
import { hearEvents, openConversation } from '../messaging/announce';
import { isMuted } from '../messaging/muting';
import { reasonFor } from './alerting';
import { isLooking, watchAttention } from './attention';
import { showBadge } from './badge';
import { showDevice, showMessage, showSummary } from './banners';
import { useDevice } from './device';
import { quietUntil, useKnown, wants } from './known';
import { readNotifications, readQuietHours, type Kind } from './server';
import { ring } from './sound';
import { desktopNotice } from './desktop';

const READ_AGAIN = 6 * 3600_000;

/** Starts for whoever is signed in; what it returns ends it. */
export function startNotifications(): () => void {
  void readKnown();
  const ends = [
    hearEvents(hear),
    watchAttention(),
    useStore.subscribe(({ data }) => count(data.conversations)),
    repeat(() => void readKnown(), READ_AGAIN),
    hearWorker(),
    leadWhenFirst(),
  ];
  count(knowledge().conversations);
  return () => {
    for (const end of ends) end();
    showBadge(0);
    useKnown.setState({ notifications: null, quiet: null });
  };
}

async function readKnown(): Promise<void> {
  const [notifications, quiet] = await Promise.all([
    readNotifications().catch(() => useKnown.getState().notifications),
    readQuietHours().catch(() => useKnown.getState().quiet),
  ]);
  useKnown.setState({ notifications, quiet });
}

function hear(event: StreamEvent): void {
  if (event.kind === 'message_added') alert(event.message);
  const reminder = REMINDERS[event.kind];
  if (reminder !== undefined) remind(reminder);
  if (event.kind === 'reading_moved') void closeRead(event.conversation_id, event.number);
  if (event.kind === 'quiet_hours_changed' || event.kind === 'notifications_changed') void readKnown();
  // Whoever it is, the owner sees it wherever they are, in quiet hours, too.
  if (event.kind === 'session_started') showDevice(event.user_agent);
  if (event.kind === 'access_changed') void import('../identity/ways/hearing').then(({ hearAccess }) => hearAccess(event.what));
  if (event.kind === 'quiet_hours_ended') {
    void readKnown();
    showSummary(event.messages, event.chats);
  }
}

/** The events that remind me of one message; where I am told of them elsewhere on the page, they only sound. */
const REMINDERS: Readonly<Record<string, Kind>> = {
  confirmation_reminded: 'confirmation',
  poll_reminded: 'poll',
  reminder_due: 'reminder',
};

function remind(kind: Kind): void {
  if (leading && useDevice.getState().sound && quietUntil(useKnown.getState().quiet) === null && wants(kind, 'sound'))
    ring();
}

function alert(message: Message): void {
  const { me, conversations } = knowledge();
  const looking = isLooking() ? openConversation() : null;
  const kind = reasonFor(message, conversations[message.conversation_id], { me, now: Date.now(), looking });
  if (kind === null || quietUntil(useKnown.getState().quiet) !== null) return;
  const device = useDevice.getState();
  const visible = document.visibilityState === 'visible';
  if (visible && device.banner) showMessage(message);
  if (!leading) return;
  if (device.sound && wants(kind, 'sound') && message.content?.silent !== true) ring();
  const pushed = useKnown.getState().notifications?.push.subscribed === true;
  if (!visible && !pushed && device.desktop && wants(kind, 'push')) void desktopNotice(message);
}

/** Of several windows one sounds. */
let leading = false;

function leadWhenFirst(): () => void {
  if (!('locks' in navigator)) {
    leading = true;
    return () => undefined;
  }
  const end = new AbortController();
  void navigator.locks
    .request('parta.sounds', { signal: end.signal }, () => {
      leading = true;
      return new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve()));
    })
    .catch(() => undefined);
  return () => {
    leading = false;
    end.abort();
  };
}

function count(conversations: Readonly<Record<number, Conversation>>): void {
  showBadge(Object.values(conversations).reduce((sum, chat) => sum + (isMuted(chat) ? 0 : chat.unread), 0));
}

async function closeRead(chat: number, number: number): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const one of (await registration?.getNotifications({ tag: `chat-${chat}` })) ?? []) {
    if (((one.data as { number?: number } | null)?.number ?? 0) <= number) one.close();
  }
}

/** A notification that was pressed leads this window to its chat. */
function hearWorker(): () => void {
  const open = ({ data }: MessageEvent<{ what?: string; path?: string } | null>) => {
    if (data?.what === 'parta.open' && data.path?.startsWith('/')) navigate(data.path);
  };
  navigator.serviceWorker?.addEventListener('message', open);
  return () => navigator.serviceWorker?.removeEventListener('message', open);
}

function repeat(act: () => void, every: number): () => void {
  const timer = setInterval(act, every);
  return () => clearInterval(timer);
}
