import { useEffect } from 'react';
import { create } from 'zustand';

import { useLanguage } from '../../core/i18n/language';
import type { Translate } from '../../core/i18n/useT';
import type { Sticker } from './book';

/** The book of stickers is not part of the first screen: it comes when a sticker is about to be named or shown. */
const useBook = create<{ book: ReadonlyMap<string, Sticker> | null }>(() => ({ book: null }));

let asked: Promise<void> | null = null;

function fetchBook(): void {
  asked ??= import('./book').then(
    ({ book }) => useBook.setState({ book }),
    () => {
      asked = null;
    },
  );
}

/** Draws the caller anew once the stickers of these messages can be named. */
export function useStickerNames(...messages: ({ content?: { sticker?: string } | null } | null | undefined)[]): void {
  const needed = messages.some((message) => message?.content?.sticker !== undefined);
  useBook((store) => needed && store.book !== null);
  useEffect(() => {
    if (needed) fetchBook();
  }, [needed]);
}

/** «Стикер: Привет!», or the bare word while the book is on its way. */
export function stickerText(id: string, t: Translate): string {
  const caption = useBook.getState().book?.get(id)?.[useLanguage.getState().language];
  return caption === undefined ? t('chat.sticker') : t('chat.sticker.of', { caption });
}
