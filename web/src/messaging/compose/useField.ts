import { useCallback, useLayoutEffect, useRef, useState } from 'react';

const TALLEST = 160;

/** A field that grows with its text, and knows where its caret is. */
export function useField(initial: string) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(initial);
  const [caret, setCaret] = useState(initial.length);
  const wanted = useRef<readonly [from: number, to: number] | null>(null);

  // Whoever comes back to a draft goes on at its end.
  const [start] = useState(initial.length);
  useLayoutEffect(() => ref.current?.setSelectionRange(start, start), [start]);

  useLayoutEffect(() => {
    const field = ref.current;
    if (field === null) return;
    field.style.blockSize = 'auto';
    field.style.blockSize = `${Math.min(TALLEST, field.scrollHeight)}px`;
    field.style.overflowY = field.scrollHeight > TALLEST ? 'auto' : 'hidden';
    if (wanted.current === null) return;
    field.focus();
    field.setSelectionRange(...wanted.current);
    wanted.current = null;
  }, [text]);

  const put = useCallback((next: string, at = next.length, upto = at) => {
    wanted.current = [at, upto];
    setText(next);
    setCaret(at);
  }, []);
  const insert = useCallback(
    (piece: string) => {
      const field = ref.current;
      const from = field?.selectionStart ?? text.length;
      const to = field?.selectionEnd ?? from;
      put(text.slice(0, from) + piece + text.slice(to), from + piece.length);
    },
    [text, put],
  );
  const read = useCallback(() => {
    const field = ref.current;
    if (field === null) return;
    setText(field.value);
    setCaret(field.selectionStart);
  }, []);
  /** The caret alone: React tells of selections before it has put the new text into the field. */
  const follow = useCallback(() => {
    if (wanted.current === null && ref.current !== null) setCaret(ref.current.selectionStart);
  }, []);
  return { ref, text, caret, put, insert, read, follow };
}
