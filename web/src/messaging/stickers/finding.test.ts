import { expect, it } from 'vitest';

import { book, sets } from './book';
import { findStickers } from './finding';

const ids = (query: string) => findStickers(book.values(), query).map((sticker) => sticker.id);

it('finds by a word of either language, ё or е, from its beginning', () => {
  expect(ids('привет')).toEqual(['owl/hello']);
  expect(ids('СПАСИ')).toContain('mood/thanks');
  expect(ids('пятерка')).toEqual(ids('пятёрка'));
  expect(ids('holidays')).toEqual(['school/holidays']);
  expect(ids('палец вверх')).toEqual(['owl/well-done']);
  expect(ids('абракадабра')).toEqual([]);
});

it('has a picture for everything in the book', () => {
  expect(sets.length).toBeGreaterThanOrEqual(3);
  expect([...book.values()].filter((sticker) => sticker.url === '')).toEqual([]);
});
