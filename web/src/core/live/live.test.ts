import { expect, it } from 'vitest';

import { backoff } from './backoff';
import { Cursors } from './cursors';
import { readFrame } from './frames';

it('tells the next event from a repeated one and from a hole', () => {
  const cursors = new Cursors();
  cursors.reset({ 'conversation:42': 10 });
  expect(cursors.judge('conversation:42', 10)).toBe('known');
  expect(cursors.judge('conversation:42', 11)).toBe('next');
  expect(cursors.judge('conversation:42', 13)).toBe('gap');
  expect(cursors.judge('conversation:42', 12)).toBe('next');
});

it('starts unnamed and reset streams at their heads, and drops those it no longer hears', () => {
  const cursors = new Cursors();
  cursors.reset({ 'conversation:1': 5, 'conversation:2': 7, 'conversation:3': 1 });
  cursors.welcome({ 'conversation:1': 9, 'conversation:2': 90, 'conversation:4': 4 }, ['conversation:2']);
  expect(cursors.all).toEqual({ 'conversation:1': 5, 'conversation:2': 90, 'conversation:4': 4 });
});

it('takes whatever comes first from a stream opened in the middle', () => {
  const cursors = new Cursors();
  cursors.open('conversation:5', 3);
  expect(cursors.judge('conversation:5', 4)).toBe('next');
  expect(cursors.judge('conversation:6', 8)).toBe('next');
});

it('waits longer each time, to a ceiling, never all at once', () => {
  expect(backoff(0, () => 0)).toBe(250);
  expect(backoff(3, () => 1)).toBe(4000);
  expect(backoff(40, () => 1)).toBe(30_000);
});

it('reads only frames', () => {
  expect(readFrame('{"op":"pong"}')).toEqual({ op: 'pong' });
  for (const bad of ['', '[]', '7', 'null', '{', new ArrayBuffer(2)]) expect(readFrame(bad)).toBeNull();
});
