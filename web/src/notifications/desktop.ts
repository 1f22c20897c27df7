/** A notification of the system from an open window, where the school uses no push; its words are the server's. */
import { api } from '../core/api/client';
import { useLanguage } from '../core/i18n/language';
import type { Message } from '../core/store/types';
import { addressOf, neutral, type Shown } from './worker/show';

export async function desktopNotice({ conversation_id, number }: Message): Promise<void> {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const note = { kind: 'message' as const, conversation_id, number, urgent: false };
  const shown = await api
    .get<Shown>(addressOf(note, new Map()))
    .catch(() => neutral(note, useLanguage.getState().language));
  if (shown.over) return;
  const data = { path: shown.path, number };
  const options = { body: shown.body, tag: shown.tag, icon: '/icons/icon-192.png', silent: true, data };
  const registration = await navigator.serviceWorker?.getRegistration();
  // Phones know notifications of a worker only, and a worker's open the chat when they are pressed.
  if (registration?.active) return registration.showNotification(shown.title, options);
  const notice = new Notification(shown.title, options);
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
  });
}
