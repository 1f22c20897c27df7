import type { Me } from '../core/api/types';

export async function startMessaging(_: Me): Promise<void> {}

/** Ends the live connection and forgets every local copy: school computers are shared. */
export async function stopMessaging(): Promise<void> {}
