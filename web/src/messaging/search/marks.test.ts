import { describe, expect, it } from 'vitest';

import { meansOneOf, wordsOf } from './marks';

describe('words that are marked in messages', () => {
  it.each([
    ['экскурсия', 'Экскурсию'],
    ['экскурсий', 'экскурсии'],
    ['ёлка', 'елку'],
    ['распис', 'Расписание'],
    ['зав', 'завтрашнего'],
  ])('%s means %s', (typed, word) => {
    expect(meansOneOf(word, wordsOf(typed))).toBe(true);
  });

  it.each([
    ['экскурсия', 'экран'],
    ['кот', 'контрольная'],
    ['в', 'вечер'],
    ['«»', 'слово'],
  ])('%s does not mean %s', (typed, word) => {
    expect(meansOneOf(word, wordsOf(typed))).toBe(false);
  });
});
