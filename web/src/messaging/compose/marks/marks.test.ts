import { expect, it } from 'vitest';

import { markOfKey } from './keys';
import { toggleMark } from './marks';

it('wraps the words of a selection without the spaces at its edges, and takes the mark off again', () => {
  const once = toggleMark('сдать завтра утром', 6, 13, 'bold');
  expect(once).toEqual({ text: 'сдать **завтра** утром', from: 8, to: 14 });
  expect(toggleMark(once.text, once.from, once.to, 'bold')).toEqual({ text: 'сдать завтра утром', from: 6, to: 12 });
  expect(toggleMark('_да_', 0, 4, 'italic')).toEqual({ text: 'да', from: 0, to: 2 });
});

it('opens a mark for words still to come', () => {
  expect(toggleMark('', 0, 0, 'spoiler')).toEqual({ text: '||||', from: 2, to: 2 });
});

it('makes a block of several lines of code, and quotes whole lines', () => {
  expect(toggleMark('a\nb', 0, 3, 'code').text).toBe('```\na\nb\n```');
  expect(toggleMark('раз\nдва\nтри', 5, 6, 'quote').text).toBe('раз\n> два\nтри');
  expect(toggleMark('> раз\n> два', 0, 11, 'quote').text).toBe('раз\nдва');
});

it('knows the keys by their place', () => {
  const key = { ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
  expect(markOfKey({ ...key, code: 'KeyB' })).toBe('bold');
  expect(markOfKey({ ...key, code: 'KeyX', shiftKey: true })).toBe('strike');
  expect(markOfKey({ ...key, code: 'KeyX' })).toBeNull();
  expect(markOfKey({ ...key, code: 'KeyB', ctrlKey: false })).toBeNull();
});
