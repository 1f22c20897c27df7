import { useIntl } from 'react-intl';

import type { PersonBrief } from '../../core/api/types';
import { useTexts } from '../../core/i18n/useTexts';
import { Link } from '../../core/navigation/Link';
import { fullName } from '../../core/ui/names';
import styles from './Journal.module.css';
import { texts } from './texts';
import type { JournalEntry } from './useJournal';

type People = ReadonlyMap<number, PersonBrief>;

/** One entry: what was done, by whom, about whom, when. */
export function Entry({ entry, people }: { entry: JournalEntry; people: People }) {
  const t = useTexts(texts);
  const intl = useIntl();
  const details = Object.entries(entry.details);
  const about = entry.about_id ?? null;
  const actor = entry.actor_id ?? null;
  return (
    <article className={styles.entry}>
      <p className={styles.what}>{entry.words}</p>
      <p className={styles.who}>
        {actor === null ? t('journal.server') : <Name id={actor} people={people} />}
        {about !== null && about !== actor && (
          <>
            {' · '}
            {t('journal.about', { name: '' })}
            <Name id={about} people={people} />
          </>
        )}
      </p>
      <time dateTime={entry.at} className={styles.when}>
        {intl.formatDate(entry.at, { dateStyle: 'medium', timeStyle: 'medium' })}
      </time>
      {(details.length > 0 || about === null) && (
        <details className={styles.details}>
          <summary>{t('journal.details')}</summary>
          <dl>
            <dt>{entry.action}</dt>
            <dd>{entry.subject}</dd>
            {details.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </article>
  );
}

function Name({ id, people }: { id: number; people: People }) {
  const person = people.get(id);
  return person === undefined ? <>№ {id}</> : <Link to={`/people/${id}`}>{fullName(person)}</Link>;
}
