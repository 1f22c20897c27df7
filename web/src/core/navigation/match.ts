/** Named parts of a path: `match('/chats/:id', '/chats/42')` is `{ id: '42' }`, and null when it is another path. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = split(pattern);
  const given = split(path);
  if (wanted.length !== given.length) return null;
  const parts: Record<string, string> = {};
  for (const [index, piece] of wanted.entries()) {
    const value = given[index]!;
    if (piece.startsWith(':')) parts[piece.slice(1)] = value;
    else if (piece !== value) return null;
  }
  return parts;
}

/** The integer in a path's place, or null: `/chats/abc` opens nothing. */
export function idIn(path: string, place: number): number | null {
  const piece = split(path)[place];
  return piece !== undefined && /^\d{1,15}$/.test(piece) ? Number(piece) : null;
}

export function split(path: string): string[] {
  return path.split('/').filter(Boolean);
}
