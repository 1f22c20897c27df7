import { Icon24CheckCircleOn } from '@vkontakte/icons';
import type { ReactNode } from 'react';

import type { PersonBrief } from '../../core/store/types';
import { Avatar } from '../../core/ui/Avatar';
import { fullName, letteredName } from '../../core/ui/names';
import { PersonName } from '../../core/ui/PersonName';
import styles from './PersonRow.module.css';

interface Props {
  person: PersonBrief;
  note?: string;
  onClick: () => void;
  /** Given where people are chosen rather than opened. */
  chosen?: boolean;
  /** As in a register, family name first. */
  register?: boolean;
  online?: boolean;
  after?: ReactNode;
}

export function PersonRow({ person, note, onClick, chosen, register = false, online = false, after }: Props) {
  return (
    <button type="button" className={styles.row} onClick={onClick} {...(chosen === undefined ? {} : { 'aria-pressed': chosen })}>
      <Avatar id={person.id} title={letteredName(person)} size={40} online={online} portrait={person.portrait} />
      <PersonText person={person} note={note ?? person.label} register={register} />
      {after !== undefined && <span className={styles.after}>{after}</span>}
      {chosen && <Icon24CheckCircleOn aria-hidden="true" />}
    </button>
  );
}

interface TextProps {
  person: PersonBrief;
  note: ReactNode;
  register?: boolean;
}

export function PersonText({ person, note, register = false }: TextProps) {
  return (
    <span className={styles.text}>
      <span className={styles.name}>
        <PersonName person={person} {...(register ? { as: fullName } : {})} />
      </span>
      {note !== '' && <span className={styles.note}>{note}</span>}
    </span>
  );
}
