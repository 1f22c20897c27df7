import { lazy, type ComponentType } from 'react';

import type { Message } from '../../core/store/types';
import type { SheetKind } from './context';
import { Reacted } from './Reacted';
import { Readers } from './Readers';

export interface SheetProps {
  message: Message;
  onClose: () => void;
}

interface SheetOf {
  /** The name of its head among the common sentences. */
  title: string;
  Content: ComponentType<SheetProps>;
  /** A choice, as high as what it holds; lists are as high as the window lets. */
  fit?: boolean;
}

/** Lists and choices that belong to one message; a capability adds its own and loads late. */
export const SHEETS: Record<SheetKind, SheetOf> = {
  readers: { title: 'message.readers', Content: Readers },
  reacted: { title: 'message.reacted', Content: Reacted },
  confirmations: { title: 'message.confirmations', Content: lazy(() => import('../confirm/Confirming')) },
  poll: { title: 'message.poll', Content: lazy(() => import('../polls/PollSheet')) },
  remind: { title: 'message.remind', Content: lazy(() => import('../time/RemindSheet')), fit: true },
  emoji: { title: 'message.react', Content: lazy(() => import('./ReactSheet')) },
};
