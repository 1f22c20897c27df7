/** A piece of a message's text; pieces in order make the whole, and nothing in them is ever markup for the browser. */
export type Piece =
  | { kind: 'text' | 'bold' | 'italic' | 'code'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; text: string; person: number };

export interface Mentionable {
  person: number;
  /** Ways the person may stand after the @. */
  names: string[];
}

// Links end before punctuation that belongs to the sentence; a mark binds only when it touches its words.
const LINK = String.raw`https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]}'*]`;
const MARKS = String.raw`\*\*(?=\S)[^*\n]*?[^*\s]\*\*|\*(?=[^\s*])[^*\n]*?[^*\s]\*|` + '`[^`\\n]+`';

/** Cuts a message into pieces: `**bold**`, `*italic*`, `` `code` ``, http(s) links, mentions. */
export function format(body: string, mentions: readonly Mentionable[] = []): Piece[] {
  const named = new Map(mentions.flatMap(({ person, names }) => names.map((name) => [`@${name}`, person] as const)));
  const people = [...named.keys()].sort((a, b) => b.length - a.length).map(escape);
  const pattern = new RegExp([LINK, MARKS, ...people].map((part) => `(?:${part})`).join('|'), 'gu');
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of body.matchAll(pattern)) {
    if (match.index > at) pieces.push({ kind: 'text', text: body.slice(at, match.index) });
    pieces.push(pieceOf(match[0], named));
    at = match.index + match[0].length;
  }
  if (at < body.length) pieces.push({ kind: 'text', text: body.slice(at) });
  return pieces;
}

function pieceOf(found: string, named: ReadonlyMap<string, number>): Piece {
  const person = named.get(found);
  if (person !== undefined) return { kind: 'mention', text: found, person };
  if (found.startsWith('**')) return { kind: 'bold', text: found.slice(2, -2) };
  if (found.startsWith('*')) return { kind: 'italic', text: found.slice(1, -1) };
  if (found.startsWith('`')) return { kind: 'code', text: found.slice(1, -1) };
  return safeLink(found);
}

/** Only what the URL parser itself calls http or https becomes a link. */
function safeLink(text: string): Piece {
  try {
    const { protocol, href } = new URL(text);
    return protocol === 'http:' || protocol === 'https:' ? { kind: 'link', text, href } : { kind: 'text', text };
  } catch {
    return { kind: 'text', text };
  }
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

const FEW_EMOJI = new RegExp(String.raw`^(?:\p{RGI_Emoji}\s*){1,3}$`, 'v');

/** One to three emoji and nothing else are shown large. */
export function isEmojiOnly(body: string): boolean {
  return body.length < 60 && FEW_EMOJI.test(body.trim());
}

/** The same text on one line without marks, for previews and quotes. */
export function plain(body: string): string {
  return format(body.replace(/\s+/g, ' '))
    .map((piece) => piece.text)
    .join('');
}
