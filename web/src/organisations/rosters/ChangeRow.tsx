import type { RosterChange } from '../../core/api/types';
import { useTexts } from '../../core/i18n/useTexts';
import styles from './ChangeRow.module.css';
import { texts } from '../texts';

/** The word for a code of the server, or the code itself when we have none. */
function useWord() {
  const t = useTexts(texts);
  return (prefix: string, code: string) => (`${prefix}.${code}` in texts.ru ? t(`${prefix}.${code}`) : code);
}

/** Where a line stands: in a sheet of a table by its row and column, in a bundle by file and line. */
function usePlace({ file, line, column }: RosterChange, ofTable: boolean) {
  const t = useTexts(texts);
  const parts = ofTable
    ? [
        file && t('lists.sheet', { sheet: file }),
        line && t('lists.row', { row: line }),
        column && t('lists.column', { column }),
      ]
    : [file, line && t('roster.line', { line })];
  const place = parts.filter(Boolean).join(', ');
  return ofTable ? place.charAt(0).toUpperCase() + place.slice(1) : place;
}

/** One line: what it is about, where it stands in the bundle, and old → new or the reason of refusal. */
export function ChangeRow({ change, ofTable }: { change: RosterChange; ofTable: boolean }) {
  const word = useWord();
  const place = usePlace(change, ofTable);
  const reason = change.detail || (change.reason ? word('roster.reason', change.reason) : '');
  return (
    <article className={styles.row} data-kind={change.kind}>
      <header className={styles.head}>
        <span className={styles.title}>{change.title || change.sourced_id}</span>
        <span className={styles.entity}>{word('roster.one', change.entity)}</span>
      </header>
      {reason && (
        <p className={styles.reason}>
          {reason}
          {change.value && <q className={styles.value}>{change.value}</q>}
        </p>
      )}
      {change.fields.length > 0 && (
        <dl className={styles.fields}>
          {change.fields.map((field) => (
            <div key={field.name} className={styles.field}>
              <dt>{word('roster.field', field.name)}</dt>
              <dd>
                {field.old !== null && <del>{field.old || '—'}</del>}
                {field.old !== null && field.new !== null && <span className={styles.arrow}>→</span>}
                {field.new !== null && <ins>{field.new || '—'}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {place && <p className={styles.place}>{place}</p>}
    </article>
  );
}
