import { useTexts } from '../../core/i18n/useTexts';
import { Link } from '../../core/navigation/Link';
import { useStore } from '../../core/store/store';
import type { MessageContent } from '../../core/store/types';
import { displayName } from '../../core/ui/names';
import styles from './ForwardedPart.module.css';
import { TEXTS } from './texts';

/** Whose words these were first; somebody known here is a step away. */
export default function ForwardedPart({ forwarded }: { forwarded: NonNullable<MessageContent['forwarded']> }) {
  const t = useTexts(TEXTS);
  const person = useStore((store) => store.data.people[forwarded.author_id]);
  const name = person === undefined ? forwarded.author_name : displayName(person);
  return (
    <div className={styles.line}>
      {t('forward.from')}{' '}
      {person === undefined ? <span className={styles.name}>{name}</span> : <Link to={`/people/${person.id}`} className={styles.name}>{name}</Link>}
    </div>
  );
}
