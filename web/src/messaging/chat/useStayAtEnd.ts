import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type RefObject } from 'react';

const NEAR = 60;

/** A field that grows or a keyboard that opens takes room from the messages: the newest stay in sight. */
export function useStayAtEnd(scroller: RefObject<HTMLDivElement | null>, virtual: Virtualizer<HTMLDivElement, Element>): void {
  const latest = useRef(virtual);
  latest.current = virtual;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let near = true;
    let height = element.clientHeight;
    const note = () => {
      if (element.clientHeight === height) near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    };
    const observer = new ResizeObserver(() => {
      const changed = element.clientHeight !== height;
      height = element.clientHeight;
      if (changed && near) latest.current.scrollToEnd();
    });
    element.addEventListener('scroll', note, { passive: true });
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', note);
      observer.disconnect();
    };
  }, [scroller]);
}
