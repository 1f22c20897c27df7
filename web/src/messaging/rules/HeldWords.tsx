import { useTexts } from '../../core/i18n/useTexts';
import styles from './Rules.module.css';
import type { HeldMessage } from './server';
import { texts } from './texts';

/** What a message that waits says: its text, its pictures, the names of its files. */
export function HeldWords({ held }: { held: HeldMessage }) {
  const t = useTexts(texts);
  const question = held.content?.poll?.question;
  return (
    <>
      {held.body !== '' && <p className={styles.text}>{held.body}</p>}
      {question !== undefined && <p className={styles.text}>{t('chat.poll', { question })}</p>}
      {held.content?.sticker !== undefined && <p className={styles.text}>{t('chat.sticker')}</p>}
      {held.files.map((file) => (
        <a key={file.id} className={styles.note} href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
          {file.name}
        </a>
      ))}
    </>
  );
}
