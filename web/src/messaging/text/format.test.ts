import { expect, it } from 'vitest';

import { format, isEmojiOnly, plain } from './format';

const kinds = (body: string) => format(body).map(({ kind, text }) => `${kind}:${text}`);

it('marks bold, italic and code, and leaves lone stars alone', () => {
  expect(kinds('**важно** и *тихо*, `код`')).toEqual(['bold:важно', 'text: и ', 'italic:тихо', 'text:, ', 'code:код']);
  expect(kinds('2 * 3 * 4 и ** пусто **')).toEqual(['text:2 * 3 * 4 и ** пусто **']);
});

it('links http and https only, without the sentence around them', () => {
  expect(format('см. https://school.example/a?b=1, и http://x.example.')).toMatchObject([
    { kind: 'text' },
    { kind: 'link', href: 'https://school.example/a?b=1' },
    { kind: 'text', text: ', и ' },
    { kind: 'link', href: 'http://x.example/' },
    { kind: 'text', text: '.' },
  ]);
  expect(kinds('javascript:alert(1) data:text/html,x')).toEqual(['text:javascript:alert(1) data:text/html,x']);
});

it('finds mentions by the longest name', () => {
  const people = [
    { person: 1, names: ['Анна'] },
    { person: 2, names: ['Анна Ковалёва'] },
  ];
  expect(format('@Анна Ковалёва и @Анна', people)).toEqual([
    { kind: 'mention', text: '@Анна Ковалёва', person: 2 },
    { kind: 'text', text: ' и ' },
    { kind: 'mention', text: '@Анна', person: 1 },
  ]);
});

it('knows a few emoji from words and digits', () => {
  expect(isEmojiOnly('🔥🎉')).toBe(true);
  expect(isEmojiOnly('👨‍👩‍👧 ❤️')).toBe(true);
  expect(isEmojiOnly('12')).toBe(false);
  expect(isEmojiOnly('ура 🎉')).toBe(false);
});

it('flattens text for previews', () => {
  expect(plain('**Завтра**\nв 9:00')).toBe('Завтра в 9:00');
});
