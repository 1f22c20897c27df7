import { useEffect } from 'react';

import { meansOneOf, wordsOf } from './marks';

const NAME = 'parta-found';
const LATER = 80;

/** Marks the words in the messages on the screen while one looks for them; the browser paints, the page stays as it is. */
export function useMarks(words: string): void {
  useEffect(() => {
    const timeline = document.querySelector('main');
    const wanted = wordsOf(words);
    if (timeline === null || wanted.length === 0 || !('highlights' in CSS)) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const paint = () => CSS.highlights.set(NAME, new Highlight(...rangesIn(timeline, wanted)));
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(paint, LATER);
    };
    const watch = new MutationObserver(again);
    watch.observe(timeline, { childList: true, subtree: true, characterData: true });
    paint();
    return () => {
      watch.disconnect();
      clearTimeout(timer);
      CSS.highlights.delete(NAME);
    };
  }, [words]);
}

function rangesIn(timeline: Element, wanted: readonly string[]): Range[] {
  const ranges: Range[] = [];
  for (const message of timeline.querySelectorAll('article')) {
    const walker = document.createTreeWalker(message, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const token of (node.nodeValue ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
        if (!meansOneOf(token[0], wanted)) continue;
        const range = new Range();
        range.setStart(node, token.index);
        range.setEnd(node, token.index + token[0].length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}
