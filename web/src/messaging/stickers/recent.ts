import { knowledge } from '../../core/store/store';

const MOST = 8;
const key = (): string => `parta.stickers.${knowledge().me}`;

/** What was sent from this device last, the latest first. */
export function recentStickers(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key()) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function noteSticker(id: string): void {
  const kept = [id, ...recentStickers().filter((was) => was !== id)].slice(0, MOST);
  localStorage.setItem(key(), JSON.stringify(kept));
}
