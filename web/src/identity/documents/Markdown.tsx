/** The little Markdown our documents use: headings, paragraphs, lists, bold. Never HTML, so nothing can be injected. */
import type { ReactNode } from 'react';

import styles from './Markdown.module.css';

function inline(text: string): ReactNode[] {
  return text
    .split(/(\*\*[^*]+\*\*)/)
    .map((piece, place) => (piece.startsWith('**') ? <strong key={place}>{piece.slice(2, -2)}</strong> : piece));
}

function block(text: string, key: number): ReactNode {
  const lines = text.split('\n');
  const heading = /^(#{1,4})\s+(.*)$/.exec(lines[0]!);
  if (heading) {
    const Tag = heading[1]!.length === 1 ? 'h2' : 'h3';
    return (
      <div key={key}>
        <Tag>{inline(heading[2]!)}</Tag>
        {lines.length > 1 && block(lines.slice(1).join('\n'), 0)}
      </div>
    );
  }
  const ordered = /^\d+[.)]\s/;
  const bullet = /^[-*]\s/;
  for (const [mark, Tag] of [[bullet, 'ul'] as const, [ordered, 'ol'] as const]) {
    if (!mark.test(lines[0]!)) continue;
    const items = text.split(Tag === 'ul' ? /\n(?=[-*]\s)/ : /\n(?=\d+[.)]\s)/);
    const start = Tag === 'ol' ? { start: parseInt(lines[0]!, 10) } : {};
    return (
      <Tag key={key} {...start}>
        {items.map((item, place) => (
          <li key={place}>{inline(item.replace(mark, '').replace(/\n\s*/g, ' '))}</li>
        ))}
      </Tag>
    );
  }
  return <p key={key}>{inline(lines.join(' '))}</p>;
}

export function Markdown({ text }: { text: string }) {
  return (
    <div className={styles.text}>
      {text
        .trim()
        .split(/\n{2,}/)
        .map(block)}
    </div>
  );
}
