import { expect, it } from 'vitest';

import { format, isEmojiOnly, plain, type Piece } from './format';

/** `bold(text)` and the like, short enough to be read in a row. */
const said = (piece: Piece): string => ('of' in piece ? `${piece.kind}(${piece.of.map(said).join('+')})` : `${piece.kind}:${piece.text}`);
const kinds = (body: string) => format(body).map(said);

it('marks bold, italic, strike, spoiler and code, and leaves lone marks alone', () => {
  expect(kinds('**важно** и _тихо_, `код`')).toEqual(['bold(text:важно)', 'text: и ', 'italic(text:тихо)', 'text:, ', 'code:код']);
  expect(kinds('*тоже* ~нет~ ~~совсем~~ ||ответ||')).toEqual([
    'italic(text:тоже)', 'text: ', 'strike(text:нет)', 'text: ', 'strike(text:совсем)', 'text: ', 'spoiler(text:ответ)',
  ]);
  expect(kinds('2 * 3 * 4 и ** пусто **')).toEqual(['text:2 * 3 * 4 и ** пусто **']);
  expect(kinds('snake_case_name, ~5 или ~10 человек, a || b || c')).toEqual(['text:snake_case_name, ~5 или ~10 человек, a || b || c']);
});

it('lets marks lie inside one another, but not inside code', () => {
  expect(kinds('**всё _сразу_**')).toEqual(['bold(text:всё +italic(text:сразу))']);
  expect(kinds('||**ответ**: 42||')).toEqual(['spoiler(bold(text:ответ)+text:: 42)']);
  expect(kinds('`**звёзды**`')).toEqual(['code:**звёзды**']);
});

it('keeps blocks as they were typed, and quotes by lines', () => {
  expect(kinds('Код:\n```py\nprint(1)\n  **x**\n```\nготово')).toEqual(['text:Код:', 'block:print(1)\n  **x**', 'text:готово']);
  expect(kinds('```a```')).toEqual(['block:a']);
  expect(kinds('``````')).toEqual(['text:``````']);
  expect(kinds('> раз\n> **два**\nответ')).toEqual(['quote(text:раз\n+bold(text:два))', 'text:ответ']);
  expect(kinds('1 > 0')).toEqual(['text:1 > 0']);
  expect(kinds('>')).toEqual(['text:>']);
});

it('links http and https only, without the sentence around them', () => {
  expect(format('см. https://school.example/a?b=1, и http://x.example.')).toMatchObject([
    { kind: 'text' },
    { kind: 'link', href: 'https://school.example/a?b=1', host: null },
    { kind: 'text', text: ', и ' },
    { kind: 'link', href: 'http://x.example/' },
    { kind: 'text', text: '.' },
  ]);
  expect(kinds('javascript:alert(1) data:text/html,x')).toEqual(['text:javascript:alert(1) data:text/html,x']);
});

it('links well-known zones and mail without a scheme', () => {
  expect(format('на edu.gov.ru/news и школа.рф')).toMatchObject([
    { kind: 'text' },
    { kind: 'link', text: 'edu.gov.ru/news', href: 'https://edu.gov.ru/news' },
    { kind: 'text' },
    { kind: 'link', text: 'школа.рф', host: null },
  ]);
  expect(format('пишите на anna@school.ru!')[1]).toMatchObject({ href: 'mailto:anna@school.ru' });
  expect(kinds('т.е. отчёт.docx и main.py, в 9.30')).toEqual(['text:т.е. отчёт.docx и main.py, в 9.30']);
});

it('names the real host of a link that pretends', () => {
  const host = (text: string) => format(text).flatMap((piece) => (piece.kind === 'link' ? [piece.host] : []));
  expect(host('https://gosuslugi.ru')).toEqual([null]);
  expect(host('https://gоsuslugi.ru')).toEqual(['xn--gsuslugi-nbh.ru']);
  expect(host('https://школа.рф')).toEqual([null]);
  expect(host('https://сбер.com')).toEqual(['xn--90ai7ab.com']);
  expect(host('https://gosuslugi.ru@evil.example/login')).toEqual(['evil.example']);
  expect(host('https://xn--80ak6aa92e.com')).toEqual(['xn--80ak6aa92e.com']);
});

it('finds mentions by the longest name, and calls to all only where they are calls', () => {
  const people = [
    { person: 1, names: ['Анна'] },
    { person: 2, names: ['Анна Ковалёва'] },
  ];
  expect(format('@Анна Ковалёва и **@Анна**', people)).toEqual([
    { kind: 'mention', text: '@Анна Ковалёва', person: 2 },
    { kind: 'text', text: ' и ' },
    { kind: 'bold', of: [{ kind: 'mention', text: '@Анна', person: 1 }] },
  ]);
  expect(format('@все сюда', [], true)[0]).toEqual({ kind: 'audience', text: '@все' });
  expect(format('@Все и @анна', people, true).map(said)).toEqual(['audience:@Все', 'text: и ', 'text:@анна']);
  expect(kinds('@все сюда')).toEqual(['text:@все сюда']);
});

it('knows a few emoji from words and digits', () => {
  expect(isEmojiOnly('🔥🎉')).toBe(true);
  expect(isEmojiOnly('👨‍👩‍👧 ❤️')).toBe(true);
  expect(isEmojiOnly('12')).toBe(false);
  expect(isEmojiOnly('ура 🎉')).toBe(false);
});

it('flattens text for previews and keeps secrets', () => {
  expect(plain('**Завтра**\nв 9:00')).toBe('Завтра в 9:00');
  expect(plain('Ответ: ||сорок два||')).toBe('Ответ: ▒▒▒▒▒▒▒▒');
  expect(plain('> цитата\nответ')).toBe('цитата ответ');
});

it('bears what nobody would type', () => {
  const hostile = ['**a '.repeat(2000), '_a'.repeat(4000), '||'.repeat(4000), '`'.repeat(8000), '> '.repeat(4000), 'a.'.repeat(4000), '~a~'.repeat(2600)];
  const before = performance.now();
  for (const body of hostile) expect(plain(body).length).toBeLessThanOrEqual(8000);
  expect(performance.now() - before).toBeLessThan(2000);
});
