import type { Recorded } from './recording';

const kept = new Map<number, Recorded>();

/** A voice message that was begun and not sent waits in its chat while somebody looks elsewhere. */
export const hasKept = (conversationId: number): boolean => kept.has(conversationId);

export function keepRecorded(conversationId: number, recorded: Recorded): void {
  kept.set(conversationId, recorded);
}

export function takeKept(conversationId: number): Recorded | null {
  const found = kept.get(conversationId) ?? null;
  kept.delete(conversationId);
  return found;
}

export const forgetKept = (): void => kept.clear();
