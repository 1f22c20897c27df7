import { describe, expect, it } from 'vitest';

import { idIn, match } from './match';

describe('paths', () => {
  it('names the parts of a matching path', () => {
    expect(match('/school/rosters/:id', '/school/rosters/3')).toEqual({ id: '3' });
    expect(match('/chats', '/chats/')).toEqual({});
  });

  it('refuses another path', () => {
    expect(match('/chats/:id', '/chats')).toBeNull();
    expect(match('/chats/:id', '/people/7')).toBeNull();
  });

  it('reads ids and only ids', () => {
    expect(idIn('/chats/42', 1)).toBe(42);
    expect(idIn('/chats/abc', 1)).toBeNull();
    expect(idIn('/chats', 1)).toBeNull();
  });
});
