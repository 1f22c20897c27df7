import type { KeyboardEvent, MouseEvent } from 'react';

import { useT } from '../../core/i18n/useT';
import { toast } from '../../core/ui/dialogs';
import { knowledge } from '../../core/store/store';
import type { Message } from '../../core/store/types';
import { selectMany, toggleSelected, useSelection } from './selection';

export interface Selecting {
  /** null while nothing is being chosen, or where this message cannot be. */
  chosen: boolean | null;
  props: object;
}

const IDLE: Selecting = { chosen: null, props: {} };

/** While messages are being chosen, a press anywhere on one takes it in or lets it go, and nothing else. */
export function useSelecting(message: Message): Selecting {
  const t = useT();
  const chosen = useSelection(({ conversationId, numbers }) => (conversationId === message.conversation_id ? numbers.has(message.number) : null));
  if (chosen === null || message.id === 0 || message.deleted) return chosen === null ? IDLE : { chosen: null, props: { inert: true } };
  const toggle = (range: boolean) => {
    const fits = range ? selectMany(between(message)) : toggleSelected(message.number);
    if (!fits) toast(t('select.limit'), { failed: true });
  };
  return {
    chosen,
    props: {
      onClickCapture: (event: MouseEvent) => {
        event.preventDefault();
        event.stopPropagation();
        toggle(event.shiftKey);
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== ' ' && event.key !== 'Enter') return;
        event.preventDefault();
        toggle(event.shiftKey);
      },
      onContextMenu: (event: MouseEvent) => event.preventDefault(),
    },
  };
}

/** Everything that was said from the one touched last to this one. */
function between({ conversation_id, number }: Message): number[] {
  const { last } = useSelection.getState();
  const messages = knowledge().threads[conversation_id]?.messages ?? {};
  const [from, to] = last < number ? [last, number] : [number, last];
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const sayable = all.filter((at) => {
    const one = messages[at];
    return one !== undefined && one.kind === 'text' && !one.deleted && !one.hidden;
  });
  return last < number ? sayable : sayable.toReversed();
}
