import type { Sticker } from './book';

const tidy = (text: string): string => text.toLocaleLowerCase().replaceAll('ё', 'е');

/** Stickers with every word of the query at the beginning of one of theirs, in either language. */
export function findStickers(stickers: Iterable<Sticker>, query: string): Sticker[] {
  const wanted = tidy(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...stickers].filter((sticker) => {
    const words = tidy(`${sticker.ru} ${sticker.en} ${sticker.words}`).match(/[\p{L}\p{N}]+/gu) ?? [];
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
}
