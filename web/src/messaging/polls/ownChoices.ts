import { create } from 'zustand';

/**
 * What I chose in anonymous polls, for as long as this page lives. The server does not know it, and a device
 * that other people use must not remember it: it is written nowhere.
 */
export const useOwnChoices = create<{ me: number; chosen: Readonly<Record<number, readonly number[]>> }>(() => ({ me: 0, chosen: {} }));

export function rememberChoice(me: number, messageId: number, options: readonly number[]): void {
  useOwnChoices.setState((was) => ({ me, chosen: { ...(was.me === me ? was.chosen : {}), [messageId]: options } }));
}
