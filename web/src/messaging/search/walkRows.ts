import type { KeyboardEvent } from 'react';

const ROWS = 'li > a[href], li > button';

/** Arrows go from row to row; Home and End to the first and the last one. */
export function walkRows(event: KeyboardEvent, area: HTMLElement | null): void {
  const rows = area === null ? [] : [...area.querySelectorAll<HTMLElement>(ROWS)];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const row = to === undefined || event.altKey || event.ctrlKey ? undefined : rows[to];
  if (row === undefined) return;
  event.preventDefault();
  row.focus();
}

/** From the field down into what it found. */
export function enterRows(field: HTMLElement | null): void {
  field?.closest('section, main')?.querySelector<HTMLElement>(ROWS)?.focus();
}
