import { Icon20UsersOutline } from '@vkontakte/icons';

import { useT } from '../../core/i18n/useT';
import { Avatar } from '../../core/ui/Avatar';
import { letteredName } from '../../core/ui/names';
import { PersonText } from '../list/PersonRow';
import styles from './MentionList.module.css';
import type { Mentions } from './useMentions';

export const MENTIONS_ID = 'mention-list';
export const mentionId = (id: number | string): string => `mention-${id}`;

export function MentionList({ mentions }: { mentions: Mentions }) {
  const t = useT();
  if (mentions.offered.length === 0) return null;
  return (
    <div className={styles.list} role="listbox" id={MENTIONS_ID} aria-label={t('compose.mentions')}>
      {mentions.offered.map((one, index) => (
        <div
          key={one.id}
          id={mentionId(one.id)}
          role="option"
          aria-selected={index === mentions.chosen}
          tabIndex={-1}
          className={index === mentions.chosen ? styles.chosen : styles.option}
          onPointerDown={(event) => {
            // Before the field loses its focus and the caret with it.
            event.preventDefault();
            mentions.pick(one);
          }}
        >
          {'person' in one ? (
            <>
              <Avatar id={one.person.id} title={letteredName(one.person)} size={32} portrait={one.person.portrait} />
              <PersonText person={one.person} note={one.person.label} />
            </>
          ) : (
            <>
              <span className={styles.many}>
                <Icon20UsersOutline aria-hidden="true" />
              </span>
              <span className={styles.word}>
                @{one.word}
                <span className={styles.note}>{one.note}</span>
              </span>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
