import type { AnchorHTMLAttributes, MouseEvent } from 'react';

import { navigate } from './router';

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
}

/** Follows a plain click without loading the page anew; a click meant for a new tab stays the browser's. */
export function follow(event: MouseEvent, to: string): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  navigate(to);
}

export function Link({ to, onClick, children, ...rest }: Props) {
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    follow(event, to);
  };
  return (
    <a {...rest} href={to} onClick={click}>
      {children}
    </a>
  );
}
