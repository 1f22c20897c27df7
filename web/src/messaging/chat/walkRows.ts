import type { KeyboardEvent } from 'react';

/** Arrows walk through the messages; a message opens its actions by Enter. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-message]')].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at === -1 ? rows[rows.length - 1] : rows[event.key === 'ArrowDown' ? at + 1 : at - 1];
  if (next === undefined) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}
