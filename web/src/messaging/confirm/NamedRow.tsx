import type { ReactNode } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { Avatar } from '../../core/ui/Avatar';
import { letteredName } from '../../core/ui/names';
import rows from '../list/PersonRow.module.css';
import { PersonText } from '../list/PersonRow';
import { kinText } from './kin';
import styles from './Confirming.module.css';
import type { Named } from './server';
import { texts } from './texts';

/** Somebody in a list of answers, as in a register: family name first, and whose mother or father. */
export function NamedRow({ named, after }: { named: Named; after?: ReactNode }) {
  const t = useTexts(texts);
  const { person } = named;
  const kin = kinText(named, t);
  const note = person.claimed ? kin : [kin, t('confirm.not_claimed')].filter(Boolean).join(' · ');
  return (
    <button type="button" className={rows.row} onClick={() => navigate(`/people/${person.id}`)}>
      <Avatar id={person.id} title={letteredName(person)} size={40} portrait={person.portrait} />
      <PersonText person={person} note={<span title={note}>{note}</span>} register />
      {after !== undefined && <span className={styles.after}>{after}</span>}
    </button>
  );
}
