import { useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react';

import { useT } from '../../core/i18n/useT';
import { Link } from '../../core/navigation/Link';
import { useStore } from '../../core/store/store';
import type { Message } from '../../core/store/types';
import { confirm } from '../../core/ui/dialogs';
import { briefName, displayName, fullName } from '../../core/ui/names';
import { format, type Link as LinkPiece, type Mentionable, type Piece } from '../text/format';
import styles from './Body.module.css';

/** The text of a message; whatever was typed, the browser gets only text and safe links. */
export function Body({ message }: { message: Message }) {
  const people = useStore((store) => store.data.people);
  const audience = message.content?.audience !== undefined;
  const pieces = useMemo(() => {
    const mentioned = message.mentions.flatMap((id): Mentionable[] => {
      const person = people[id];
      return person === undefined ? [] : [{ person: id, names: [displayName(person), briefName(person), fullName(person)] }];
    });
    return format(message.body, mentioned, audience);
  }, [message.body, message.mentions, people, audience]);
  return (
    <span className={styles.body}>
      <Pieces pieces={pieces} />
    </span>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => <Said key={index} piece={piece} />);
}

function Said({ piece }: { piece: Piece }) {
  const me = useStore((store) => store.data.me);
  switch (piece.kind) {
    case 'bold':
      return <strong><Pieces pieces={piece.of} /></strong>;
    case 'italic':
      return <em><Pieces pieces={piece.of} /></em>;
    case 'strike':
      return <s><Pieces pieces={piece.of} /></s>;
    case 'quote':
      return <span role="blockquote" className={styles.quote}><Pieces pieces={piece.of} /></span>;
    case 'spoiler':
      return <Spoiler pieces={piece.of} />;
    case 'code':
      return <code className={styles.code}>{piece.text}</code>;
    case 'block':
      return <code className={styles.block}>{piece.text}</code>;
    case 'link':
      return <SafeLink {...piece} />;
    case 'audience':
      return <span className={styles.me}>{piece.text}</span>;
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

/** Words covered until somebody wants to see them. */
function Spoiler({ pieces }: { pieces: readonly Piece[] }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (open) return <span className={styles.opened}><Pieces pieces={pieces} /></span>;
  const show = (event: MouseEvent | KeyboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOpen(true);
  };
  return (
    <span
      role="button"
      tabIndex={0}
      className={styles.spoiler}
      aria-label={t('message.spoiler')}
      onClick={show}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && show(event)}
    >
      <span aria-hidden="true" inert><Pieces pieces={pieces} /></span>
    </span>
  );
}

/** A link that could pass for another tells where it leads, beside itself and once more before it is followed. */
function SafeLink({ text, href, host }: LinkPiece) {
  const t = useT();
  const ask = (event: MouseEvent) => {
    if (host === null) return;
    event.preventDefault();
    void confirm({ title: t('link.odd', { host }), text: t('link.odd.text'), action: t('link.follow'), destructive: true }).then(
      (agreed) => agreed && window.open(href, '_blank', 'noopener,noreferrer'),
    );
  };
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={styles.link} onClick={ask} onAuxClick={ask}>
      {text}
      {host !== null && <span className={styles.host}> ⚠ {host}</span>}
    </a>
  );
}
