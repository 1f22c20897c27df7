import type { DragEvent } from 'react';

import type { Conversation } from '../../core/store/types';

const KIND = 'application/x-parta-pinned';

/** A chat on top is drawn with the mouse to the place of another one there; the menu of a chat moves it without a mouse. */
export function useDragPinned(chat: Conversation) {
  if (chat.pinned === null) return { draggable: false };
  return {
    draggable: true,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.dataTransfer.setData(KIND, String(chat.id));
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (event.dataTransfer.types.includes(KIND)) event.preventDefault();
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      const moved = Number(event.dataTransfer.getData(KIND));
      if (moved === 0) return;
      event.preventDefault();
      void import('../order/pinning').then(({ movePinned }) => movePinned(moved, chat.id));
    },
  };
}
