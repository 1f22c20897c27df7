import { describe, expect, it } from 'vitest';

import { addressOf, chatOf, neutral, readNote } from './show';

describe('a push', () => {
  it('brings ids, and what is absent is nought', () => {
    expect(readNote('{"kind":"message","conversation_id":4,"number":7}')).toEqual({
      kind: 'message',
      conversation_id: 4,
      number: 7,
      urgent: false,
    });
    expect(readNote('{"kind":"summary"}')?.conversation_id).toBe(0);
    for (const foreign of ['', 'null', '[]', '{}', '{"kind":5}', 'слова']) expect(readNote(foreign)).toBeNull();
  });

  it('asks for its words and names what stands on the screen', () => {
    const note = readNote('{"kind":"message","conversation_id":4,"number":7}')!;
    expect(addressOf(note, new Map())).toBe('/api/notifications/message?conversation_id=4&number=7');
    expect(
      addressOf(
        note,
        new Map([
          [4, 5],
          [9, 1],
        ]),
      ),
    ).toContain('shown=4%3A5%2C9%3A1');
  });

  it('says nothing but that something came when the server is out of reach', () => {
    const note = readNote('{"kind":"message","conversation_id":4,"number":7}');
    expect(neutral(note, 'ru-RU')).toMatchObject({
      title: 'Парта',
      body: 'Новое сообщение',
      tag: 'chat-4',
      path: '/chats/4?at=7',
    });
    expect(neutral(null, 'en-GB')).toMatchObject({ body: 'New message', path: '/chats' });
  });

  it('knows its chat by the tag', () => {
    expect([chatOf('chat-42'), chatOf('summary'), chatOf('chat-')]).toEqual([42, 0, 0]);
  });
});
