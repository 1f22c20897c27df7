import { useMemo } from 'react';

import { Link } from '../../core/navigation/Link';
import { useStore } from '../../core/store/store';
import type { Message } from '../../core/store/types';
import { briefName, displayName, fullName } from '../../core/ui/names';
import { format, type Mentionable, type Piece } from '../text/format';
import styles from './Body.module.css';

/** The text of a message; whatever was typed, the browser gets only text and safe links. */
export function Body({ message }: { message: Message }) {
  const people = useStore((store) => store.data.people);
  const me = useStore((store) => store.data.me);
  const pieces = useMemo(() => {
    const mentioned = message.mentions.flatMap((id): Mentionable[] => {
      const person = people[id];
      return person === undefined ? [] : [{ person: id, names: [displayName(person), briefName(person), fullName(person)] }];
    });
    return format(message.body, mentioned);
  }, [message.body, message.mentions, people]);
  return (
    <span className={styles.body}>
      {pieces.map((piece, index) => (
        <Said key={index} piece={piece} me={me} />
      ))}
    </span>
  );
}

function Said({ piece, me }: { piece: Piece; me: number }) {
  switch (piece.kind) {
    case 'bold':
      return <strong>{piece.text}</strong>;
    case 'italic':
      return <em>{piece.text}</em>;
    case 'code':
      return <code className={styles.code}>{piece.text}</code>;
    case 'link':
      return (
        <a href={piece.href} target="_blank" rel="noopener noreferrer" className={styles.link}>
          {piece.text}
        </a>
      );
    case 'mention':
      return (
        <Link to={`/people/${piece.person}`} className={piece.person === me ? styles.me : styles.link}>
          {piece.text}
        </Link>
      );
    default:
      return piece.text;
  }
}
