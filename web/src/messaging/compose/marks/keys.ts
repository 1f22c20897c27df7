import type { Mark } from './marks';

const KEYS: Record<string, Mark> = { KeyB: 'bold', KeyI: 'italic' };
const SHIFTED: Record<string, Mark> = { KeyX: 'strike', KeyM: 'code', KeyP: 'spoiler', Period: 'quote' };

/** Which mark a key combination asks for; by the place of the key, so that it works in every layout. */
export function markOfKey(event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): Mark | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  return (event.shiftKey ? SHIFTED[event.code] : KEYS[event.code]) ?? null;
}
