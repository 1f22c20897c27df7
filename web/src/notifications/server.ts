/** Notifications and quiet hours as the server speaks of them. */
import { api } from '../core/api/client';

export const KINDS = [
  'direct',
  'group',
  'mention',
  'reply',
  'confirmation',
  'request',
  'reminder',
  'poll',
  'reaction',
  'duty',
] as const;
export type Kind = (typeof KINDS)[number];
export type Signal = 'push' | 'sound' | 'mail';
export type KindOfNews = { kind: Kind } & Record<Signal, boolean>;

export interface Digest {
  every: 'day' | 'week' | 'away';
  hour: number;
  /** Monday is 1. */
  weekday: number;
  away_hours: number;
  texts: boolean;
}

export interface Notifications {
  kinds: KindOfNews[];
  show_text: boolean;
  push: { allowed: boolean; hosts: string[]; key: string | null; subscribed: boolean };
  mail: { state: 'ready' | 'off' | 'no_address'; address: string | null; digest: Digest | null };
}

/** Silence that begins on these days (Monday is 1); an end not later than the start is on the next day. */
export interface QuietPeriod {
  days: number[];
  starts: string;
  ends: string;
}

export interface QuietHours {
  kept: boolean;
  periods: QuietPeriod[];
  /** Whether those who write are told. */
  shown: boolean;
  snoozed_until: string | null;
  time_zone: string;
  quiet_until: string | null;
  /** The silences of the coming week, the present one first. */
  coming: { starts: string; ends: string }[];
}

type Changes = Partial<Record<Kind, Partial<Record<Signal, boolean>>>>;

export const readNotifications = () => api.get<Notifications>('/api/me/notifications');
export const changeNotifications = (what: { kinds?: Changes; show_text?: boolean }) =>
  api.patch<Notifications>('/api/me/notifications', what);
export const setDigest = (digest: Digest | null) => api.put<Notifications>('/api/me/mail-digest', { digest });
export const subscribe = (subscription: PushSubscriptionJSON) =>
  api.put<void>('/api/me/push-subscription', subscription);
export const unsubscribe = () => api.delete('/api/me/push-subscription');
export const endDigest = (token: string) => api.post<void>(`/api/mail-digests/${encodeURIComponent(token)}`);

export const readQuietHours = () => api.get<QuietHours>('/api/me/quiet-hours');
export const setQuietHours = (hours: Pick<QuietHours, 'kept' | 'periods' | 'shown'>) =>
  api.put<QuietHours>('/api/me/quiet-hours', hours);
/** Until a moment, until the morning, or no longer. */
export const snooze = (until: string | null) => api.put<QuietHours>('/api/me/quiet-hours/snooze', { until });

interface UrgentException {
  urgent_allowed: boolean;
}
const exceptionPath = (organisation: number) => `/api/organisations/${organisation}/quiet-hours`;
export const readException = (organisation: number) => api.get<UrgentException>(exceptionPath(organisation));
export const setException = (organisation: number, urgent_allowed: boolean) =>
  api.put<UrgentException>(exceptionPath(organisation), { urgent_allowed });
