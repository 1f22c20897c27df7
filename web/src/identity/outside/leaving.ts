/** Leaving for a service: the whole page goes there, and nothing of the service is loaded into ours. */
import { api } from '../../core/api/client';

export async function leaveToSignIn(provider: string, returnTo: string): Promise<void> {
  await leave(`/api/sign-in/outside/${provider}`, returnTo);
}

export async function leaveToLink(provider: string): Promise<void> {
  await leave(`/api/me/sign-in-ways/${provider}`, '/settings/ways');
}

async function leave(path: string, returnTo: string): Promise<void> {
  const { url } = await api.post<{ url: string }>(path, { return_to: returnTo });
  window.location.assign(url);
}
