export type Mark = 'bold' | 'italic' | 'strike' | 'code' | 'spoiler' | 'quote';

export interface Marked {
  text: string;
  from: number;
  to: number;
}

const SIGNS = { bold: '**', italic: '_', strike: '~', code: '`', spoiler: '||' } as const;
const FENCE = '```';

/** Puts a mark around what is selected, or takes it off again; the same words stay selected. */
export function toggleMark(text: string, from: number, to: number, mark: Mark): Marked {
  if (mark === 'quote') return toggleQuote(text, from, to);
  // A mark binds only to words: spaces at the edges of a selection stay outside.
  const start = from + (/^\s*/.exec(text.slice(from, to))?.[0].length ?? 0);
  const end = Math.max(start, to - (/\s*$/.exec(text.slice(start, to))?.[0].length ?? 0));
  const words = text.slice(start, end);
  if (mark === 'code' && words.includes('\n')) return around(text, start, end, `${FENCE}\n`, `\n${FENCE}`);
  return around(text, start, end, SIGNS[mark], SIGNS[mark]);
}

function around(text: string, from: number, to: number, before: string, after: string): Marked {
  const words = text.slice(from, to);
  if (text.slice(0, from).endsWith(before) && text.slice(to).startsWith(after)) {
    const start = from - before.length;
    return { text: text.slice(0, start) + words + text.slice(to + after.length), from: start, to: start + words.length };
  }
  if (words.length > before.length + after.length && words.startsWith(before) && words.endsWith(after)) {
    const inner = words.slice(before.length, -after.length);
    return { text: text.slice(0, from) + inner + text.slice(to), from, to: from + inner.length };
  }
  return { text: text.slice(0, from) + before + words + after + text.slice(to), from: from + before.length, to: to + before.length };
}

function toggleQuote(text: string, from: number, to: number): Marked {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const end = next === -1 ? text.length : next;
  const lines = text.slice(start, end).split('\n');
  const quoted = lines.every((line) => line.startsWith('>'));
  const changed = lines.map((line) => (quoted ? line.replace(/^> ?/, '') : `> ${line}`)).join('\n');
  return { text: text.slice(0, start) + changed + text.slice(end), from: start, to: start + changed.length };
}
