import { useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';

import type { useField } from '../useField';
import { markOfKey } from './keys';
import type { Mark } from './marks';

/** Marks around the words selected in the field: by keys, and by a bar that shows while something is selected. */
export function useMarks(field: ReturnType<typeof useField>, onChange: () => void) {
  const [selecting, setSelecting] = useState(false);
  const mark = async (wish: Mark) => {
    const { toggleMark } = await import('./marks');
    const element = field.ref.current;
    if (element === null) return;
    const { text, from, to } = toggleMark(element.value, element.selectionStart, element.selectionEnd, wish);
    // The draft is read from the field, so the new text has to stand in it first.
    flushSync(() => field.put(text, from, to));
    onChange();
  };
  const key = (event: KeyboardEvent): boolean => {
    const wish = markOfKey(event);
    if (wish === null) return false;
    event.preventDefault();
    void mark(wish);
    return true;
  };
  const follow = () => {
    field.follow();
    const element = field.ref.current;
    setSelecting(element !== null && element.selectionStart !== element.selectionEnd);
  };
  return { selecting, mark: (wish: Mark) => void mark(wish), key, follow, leave: () => setSelecting(false) };
}
