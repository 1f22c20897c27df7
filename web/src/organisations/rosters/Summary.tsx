import { useIntl } from 'react-intl';

import { ROSTER_ENTITIES, type RosterCounts, type RosterImport } from '../../core/api/types';
import { useTexts } from '../../core/i18n/useTexts';
import { PartTitle } from '../../core/ui/Page';
import { texts } from '../texts';
import styles from './Summary.module.css';

const KINDS: (keyof RosterCounts)[] = ['new', 'changed', 'gone', 'unchanged', 'refused'];

/** A card for each kind of thing in the bundle, with what will become of it. */
export function Summary({ roster }: { roster: RosterImport }) {
  const t = useTexts(texts);
  const intl = useIntl();
  const shown = ROSTER_ENTITIES.filter((entity) => KINDS.some((kind) => roster.summary[entity]?.[kind]));
  return (
    <ul className={styles.cards}>
      {shown.map((entity) => (
        <li key={entity} className={styles.card}>
          <PartTitle className={styles.title}>{t(`roster.entity.${entity}`)}</PartTitle>
          <dl className={styles.counts}>
            {KINDS.map((kind) => {
              const count = roster.summary[entity]?.[kind] ?? 0;
              return (
                <div key={kind} className={styles.count} data-kind={kind} data-none={count === 0}>
                  <dt>{t(`roster.kind.${kind}`)}</dt>
                  <dd>{intl.formatNumber(count)}</dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}
