import { linkOf } from './links';

/** A piece of a message's text; pieces in order make the whole, and nothing in them is ever markup for the browser. */
export type Piece =
  | { kind: 'text' | 'code' | 'block' | 'audience'; text: string }
  | { kind: 'bold' | 'italic' | 'strike' | 'spoiler' | 'quote'; of: Piece[] }
  | Link
  | { kind: 'mention'; text: string; person: number };

export interface Link {
  kind: 'link';
  text: string;
  href: string;
  /** Where it really leads, given when the text could make one believe something else. */
  host: string | null;
}

export interface Mentionable {
  person: number;
  /** Ways the person may stand after the @. */
  names: string[];
}

interface Known {
  named: ReadonlyMap<string, number>;
  pattern: RegExp;
}

// A mark binds only when it touches its words; a single one also stands apart from the words outside.
const PAIRED = (mark: string) => String.raw`${mark}(?=\S)[^\n]*?(?<=\S)${mark}`;
const SINGLE = (mark: string) => String.raw`(?<![\p{L}\p{N}${mark}])${mark}(?=[^\s${mark}])[^\n${mark}]*?(?<=[^\s${mark}])${mark}(?![\p{L}\p{N}${mark}])`;
const STAR = String.raw`\*(?=[^\s*])[^*\n]*?[^*\s]\*|\*[^*\s]\*`;
const MARKS = ['`[^`\\n]+`', PAIRED(String.raw`\*\*`), PAIRED('~~'), PAIRED(String.raw`\|\|`), SINGLE('_'), SINGLE('~'), STAR];
// Links end before punctuation that belongs to the sentence.
const TAIL = String.raw`[^\s<>"«»]*[^\s<>"«».,;:!?)\]}'*_~|]`;
const ZONES = 'ru|su|рф|дети|москва|рус|com|org|net|edu|info|online';
const LINKS = [
  String.raw`https?:\/\/${TAIL}`,
  String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]*@(?:[\p{L}\p{N}-]+\.)+(?:${ZONES})(?![\p{L}\p{N}])`,
  String.raw`(?<![\p{L}\p{N}@./_-])(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+(?:${ZONES})(?![\p{L}\p{N}@-]|\.[\p{L}\p{N}])(?:[/?#]${TAIL})?`,
];
const CALLS = new Set(['все', 'all', 'учителя', 'teachers']);
const AUDIENCE = String.raw`(?<![^\s(«"])@(?:${[...CALLS].join('|')})(?![\p{L}\p{N}_])`;
const FENCE = /```(?:[\w+-]{1,20}\n|\n)?([\s\S]*?)```/g;

/**
 * Cuts a message into pieces: `**bold**`, `_italic_` (or `*italic*`), `~strike~`, `||spoiler||`, `` `code` ``,
 * a block between three backticks, quotes after `>`, links, mentions.
 */
export function format(body: string, mentions: readonly Mentionable[] = [], audience = false): Piece[] {
  const named = new Map(mentions.flatMap(({ person, names }) => names.map((name) => [`@${name}`, person] as const)));
  const people = [...named.keys()].sort((a, b) => b.length - a.length).map(escape);
  const parts = [...LINKS, ...MARKS, ...people, ...(audience ? [AUDIENCE] : [])];
  const known = { named, pattern: new RegExp(parts.map((part) => `(?:${part})`).join('|'), 'giu') };
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of body.matchAll(FENCE)) {
    const text = match[1]?.replace(/^\n+|\s+$/g, '') ?? '';
    if (text === '') continue;
    pieces.push(...lines(body.slice(at, match.index).replace(/\n$/, ''), known), { kind: 'block', text });
    at = match.index + match[0].length;
    if (body[at] === '\n') at += 1;
  }
  return [...pieces, ...lines(body.slice(at), known)];
}

/** Lines after `>` are somebody else's words. */
function lines(text: string, known: Known): Piece[] {
  if (!/^>/m.test(text)) return inline(text, known);
  return text.split(/((?:^> ?[^\n]*(?:\n|$))+)/m).flatMap((part, place): Piece[] => {
    if (place % 2 === 0) return inline(part, known);
    const words = part.replace(/^> ?/gm, '').trim();
    return words === '' ? inline(part, known) : [{ kind: 'quote', of: inline(words, known) }];
  });
}

function inline(text: string, known: Known): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(known.pattern)) {
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) });
    pieces.push(pieceOf(match[0], known));
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) });
  return pieces;
}

function pieceOf(found: string, known: Known): Piece {
  const person = known.named.get(found);
  if (person !== undefined) return { kind: 'mention', text: found, person };
  const inner = (marks: number) => inline(found.slice(marks, -marks), known);
  if (found.startsWith('**')) return { kind: 'bold', of: inner(2) };
  if (found.startsWith('~~')) return { kind: 'strike', of: inner(2) };
  if (found.startsWith('||')) return { kind: 'spoiler', of: inner(2) };
  if (found.startsWith('`')) return { kind: 'code', text: found.slice(1, -1) };
  if (found.startsWith('@')) return { kind: CALLS.has(found.slice(1).toLowerCase()) ? 'audience' : 'text', text: found };
  if (found.endsWith('_') && found.startsWith('_')) return { kind: 'italic', of: inner(1) };
  if (found.startsWith('*')) return { kind: 'italic', of: inner(1) };
  if (found.startsWith('~')) return { kind: 'strike', of: inner(1) };
  return linkOf(found) ?? { kind: 'text', text: found };
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

const FEW_EMOJI = new RegExp(String.raw`^(?:\p{RGI_Emoji}\s*){1,3}$`, 'v');

/** One to three emoji and nothing else are shown large. */
export function isEmojiOnly(body: string): boolean {
  return body.length < 60 && FEW_EMOJI.test(body.trim());
}

/** The same text on one line without marks, for previews and quotes; what is covered stays covered. */
export function plain(body: string): string {
  return flat(format(body)).replace(/\s+/g, ' ').trim();
}

function flat(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'spoiler') return '▒'.repeat(Math.min(8, flat(piece.of).length));
      return 'of' in piece ? (piece.kind === 'quote' ? ` ${flat(piece.of)} ` : flat(piece.of)) : piece.kind === 'block' ? ` ${piece.text} ` : piece.text;
    })
    .join('');
}
