/** Where the person is: the address bar is the only truth, and the browser's own Back works. */
import { useSyncExternalStore } from 'react';

const CHANGED = 'parta:navigated';

function subscribe(hear: () => void): () => void {
  window.addEventListener('popstate', hear);
  window.addEventListener(CHANGED, hear);
  return () => {
    window.removeEventListener('popstate', hear);
    window.removeEventListener(CHANGED, hear);
  };
}

/** The current path without query: `/chats/42`. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}

export function useSearch(): URLSearchParams {
  return new URLSearchParams(useSyncExternalStore(subscribe, () => window.location.search));
}

export function navigate(to: string, { replace = false } = {}): void {
  if (to === window.location.pathname + window.location.search) return;
  const depth = currentDepth();
  window.history[replace ? 'replaceState' : 'pushState']({ depth: replace ? depth : depth + 1 }, '', to);
  window.dispatchEvent(new Event(CHANGED));
}

/** Back to where the person came from, or to `fallback` when the link was opened directly. */
export function goBack(fallback: string): void {
  if (currentDepth() > 0) window.history.back();
  else navigate(fallback, { replace: true });
}

function currentDepth(): number {
  const state = window.history.state as { depth?: number } | null;
  return state?.depth ?? 0;
}
