/** This browser and the push service of its maker: asked for only by a button, ended by one. */
import { subscribe, unsubscribe } from './server';

export type PushState = 'unsupported' | 'denied' | 'off' | 'on';

export const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** How it stands on this device, without asking the person anything. */
export async function pushState(subscribedAtServer: boolean): Promise<PushState> {
  if (!canPush()) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  return subscription && subscribedAtServer ? 'on' : 'off';
}

/** Only after a press: browsers refuse, and people resent, to be asked out of the blue. */
export async function askPermission(): Promise<boolean> {
  return 'Notification' in window && (await Notification.requestPermission()) === 'granted';
}

export async function switchPushOn(key: string): Promise<PushState> {
  if (!canPush()) return 'unsupported';
  if (!(await askPermission())) return Notification.permission === 'denied' ? 'denied' : 'off';
  const registration = await navigator.serviceWorker.ready;
  const old = await registration.pushManager.getSubscription();
  // Subscribed with another school's key, or an old one: this server could not reach it.
  if (old !== null && !sameKey(old, key)) await old.unsubscribe();
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  await subscribe(subscription.toJSON());
  return 'on';
}

export async function switchPushOff(): Promise<void> {
  await unsubscribe();
  await forgetSubscription();
}

/** What the browser itself keeps; the server's part ends with the session. */
export async function forgetSubscription(): Promise<void> {
  if (!canPush()) return;
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  for (const one of (await registration?.getNotifications()) ?? []) one.close();
}

function sameKey(subscription: PushSubscription, key: string): boolean {
  const bytes = subscription.options.applicationServerKey;
  if (bytes === null) return false;
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') === key;
}
