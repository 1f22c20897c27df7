import { useTexts } from '../../core/i18n/useTexts';
import { KINDS, type Kind, type Notifications, type Signal } from '../server';
import { texts } from '../texts';
import styles from './Settings.module.css';

interface Props {
  notifications: Notifications;
  onChange: (kind: Kind, signal: Signal, on: boolean) => void;
}

/** Only these can wait for a letter; the rest is told now or not at all. */
const MAILED: ReadonlySet<Kind> = new Set(['direct', 'group', 'mention', 'request']);

/** Every kind of news against every way to be told of it. */
export function KindsTable({ notifications, onChange }: Props) {
  const t = useTexts(texts);
  const signals: Signal[] = notifications.mail.state === 'ready' ? ['push', 'sound', 'mail'] : ['push', 'sound'];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('notify.kind')}</th>
          {signals.map((signal) => (
            <th key={signal} scope="col" className={styles.mark}>
              {t(`notify.signal.${signal}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {KINDS.map((kind) => {
          const row = notifications.kinds.find((one) => one.kind === kind);
          const name = t(`notify.kind.${kind}`);
          return (
            <tr key={kind}>
              <th scope="row">{name}</th>
              {signals.map((signal) => (
                <td key={signal} className={styles.mark}>
                  {(signal !== 'mail' || MAILED.has(kind)) && (
                    <label className={styles.box}>
                      <input
                        type="checkbox"
                        checked={row?.[signal] ?? false}
                        aria-label={t('notify.signal.of', { kind: name, signal: t(`notify.signal.${signal}`) })}
                        onChange={(event) => onChange(kind, signal, event.target.checked)}
                      />
                    </label>
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
