import type { KeptDraft } from '../../core/store/database';

/** The draft that stands at the server. */
export interface TheirDraft {
  conversation_id: number;
  body: string;
  reply_to_id: number | null;
  reply_to_number: number | null;
  stamp: number;
}

/** Now, but never behind what has been seen: clocks of two devices may differ. */
export const laterThan = (stamp: number): number => Math.max(Date.now(), stamp + 1);

export const isTold = (draft: KeptDraft): boolean => draft.told >= draft.stamp;

/**
 * What stands here after the server's draft has come. What another device has written replaces what was told already.
 * What was not told yet is never lost: it stays, and where both have written it stands below the other's words.
 */
export function reconcile(mine: KeptDraft | undefined, theirs: TheirDraft): KeptDraft {
  const taken = { ...theirs, told: theirs.stamp };
  if (mine === undefined) return taken;
  if (theirs.stamp <= mine.told) return mine;
  if (theirs.stamp === mine.stamp) return { ...mine, told: mine.stamp };
  if (isTold(mine) || mine.body === '') return taken;
  const [old, begun] = [theirs.body.trim(), mine.body.trim()];
  if (old.includes(begun)) return taken;
  const stamp = laterThan(Math.max(theirs.stamp, mine.stamp));
  const body = begun.includes(old) ? mine.body : `${theirs.body.trimEnd()}\n${mine.body}`;
  return { ...mine, body, stamp, told: theirs.stamp };
}
