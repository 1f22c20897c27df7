import type { KeyboardEvent } from 'react';
import { create } from 'zustand';

import { NOTHING, type Chosen } from './nothing';
import { enterRows } from './walkRows';

interface Finding {
  words: string;
  finding: boolean;
  chosen: Chosen;
}

/** What is being looked for stays while a hit is read: on a phone the list is gone meanwhile. */
const useKept = create<Finding>(() => ({ words: '', finding: false, chosen: NOTHING }));

export function useFinding() {
  const { words, finding } = useKept();
  return { words, finding, setWords, begin, end };
}

export function useChosen() {
  const chosen = useKept((kept) => kept.chosen);
  return { chosen, choose };
}

const setWords = (words: string) => useKept.setState({ words, finding: true });
const begin = () => useKept.setState({ finding: true });
const choose = (chosen: Chosen) => useKept.setState({ chosen });
const end = () => useKept.setState({ words: '', finding: false, chosen: NOTHING });

/** Escape ends the search, an arrow goes down into what was found. */
export function leaveField(event: KeyboardEvent<HTMLElement>, onEnd: () => void): void {
  if (event.key === 'Escape') {
    onEnd();
    event.currentTarget.blur();
    (event.target as HTMLElement).blur();
  }
  if (event.key === 'ArrowDown' && !event.altKey) {
    event.preventDefault();
    enterRows(event.target as HTMLElement);
  }
}
