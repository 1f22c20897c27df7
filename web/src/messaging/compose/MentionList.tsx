import { useT } from '../../core/i18n/useT';
import { Avatar } from '../../core/ui/Avatar';
import { letteredName } from '../../core/ui/names';
import { PersonText } from '../list/PersonRow';
import styles from './MentionList.module.css';
import type { Mentions } from './useMentions';

export const MENTIONS_ID = 'mention-list';
export const mentionId = (personId: number): string => `mention-${personId}`;

export function MentionList({ mentions }: { mentions: Mentions }) {
  const t = useT();
  if (mentions.offered.length === 0) return null;
  return (
    <div className={styles.list} role="listbox" id={MENTIONS_ID} aria-label={t('compose.mentions')}>
      {mentions.offered.map((person, index) => (
        <div
          key={person.id}
          id={mentionId(person.id)}
          role="option"
          aria-selected={index === mentions.chosen}
          tabIndex={-1}
          className={index === mentions.chosen ? styles.chosen : styles.option}
          onPointerDown={(event) => {
            // Before the field loses its focus and the caret with it.
            event.preventDefault();
            mentions.pick(person);
          }}
        >
          <Avatar id={person.id} title={letteredName(person)} size={32} />
          <PersonText person={person} note={person.label} />
        </div>
      ))}
    </div>
  );
}
