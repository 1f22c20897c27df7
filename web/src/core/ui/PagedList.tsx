import type { ReactNode } from 'react';

import { LoadingState } from './states';
import { useMore } from './useMore';
import styles from './PagedList.module.css';

interface Props<Item> {
  items: Item[];
  row: (item: Item) => ReactNode;
  idOf: (item: Item) => number | string;
  hasNext: boolean;
  busy: boolean;
  onMore: () => void;
  label: string;
}

/** A list that grows while it is scrolled. */
export function PagedList<Item>({ items, row, idOf, hasNext, busy, onMore, label }: Props<Item>) {
  const end = useMore(hasNext && !busy, onMore);
  return (
    <>
      <ul className={styles.list} aria-label={label} aria-busy={busy}>
        {items.map((item) => (
          <li key={idOf(item)} className={styles.row}>
            {row(item)}
          </li>
        ))}
      </ul>
      <div ref={end} />
      {busy && <LoadingState />}
    </>
  );
}
