import { create } from 'zustand';

import type { Message } from '../../core/store/types';

export const MOST_SELECTED = 100;

interface Selection {
  conversationId: number | null;
  numbers: ReadonlySet<number>;
  /** The last one touched: with Shift everything between is taken. */
  last: number;
}

const NOTHING: Selection = { conversationId: null, numbers: new Set(), last: 0 };

/** Messages being chosen in the open chat. */
export const useSelection = create<Selection>(() => NOTHING);

export function startSelecting({ conversation_id, number }: Message): void {
  useSelection.setState({ conversationId: conversation_id, numbers: new Set([number]), last: number });
}

/** Takes a message in or lets it go; the last one gone ends the choosing. Says whether there was room for it. */
export function toggleSelected(number: number): boolean {
  const { numbers } = useSelection.getState();
  const next = new Set(numbers);
  if (!next.delete(number)) next.add(number);
  if (next.size > MOST_SELECTED) return false;
  useSelection.setState(next.size === 0 ? NOTHING : { numbers: next, last: number });
  return true;
}

/** Takes these in, as far as there is room. */
export function selectMany(wanted: readonly number[]): boolean {
  const { numbers } = useSelection.getState();
  const next = [...new Set([...numbers, ...wanted])];
  useSelection.setState({ numbers: new Set(next.slice(0, MOST_SELECTED)), last: wanted[wanted.length - 1] ?? 0 });
  return next.length <= MOST_SELECTED;
}

export function stopSelecting(): void {
  useSelection.setState(NOTHING);
}
