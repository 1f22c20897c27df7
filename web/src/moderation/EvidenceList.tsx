import { Icon20DocumentOutline } from '@vkontakte/icons';

import { useDates } from '../core/i18n/useDates';
import { useTexts } from '../core/i18n/useTexts';
import { Section } from '../core/ui/Page';
import styles from './Moderation.module.css';
import type { Case, KeptMessage } from './server';
import { texts } from './texts';

/** The copy of what was complained of, with what stood around it. */
export function EvidenceList({ case: one }: { case: Case }) {
  const t = useTexts(texts);
  const none = one.erased ? 'erased' : one.target === 'person' ? 'none' : one.messages.length === 0 ? 'empty' : null;
  return (
    <Section title={t('case.evidence')} hint={t(none === null ? 'case.evidence.hint' : `case.evidence.${none}`)}>
      {one.messages.length > 0 && (
        <ol className={styles.evidence}>
          {one.messages.map((message) => (
            <li key={message.id}>
              <Kept message={message} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Kept({ message }: { message: KeptMessage }) {
  const t = useTexts(texts);
  const dates = useDates();
  const { body, forwarded_from, sticker, spoken } = message;
  const [question, ...options] = message.poll ?? [];
  return (
    <article className={styles.kept} data-reported={message.reported}>
      {message.reported && <span className={styles.mark}>{t('case.reported')}</span>}
      <div className={styles.head}>
        <span className={styles.author}>{message.author_name}</span>
        <span className={styles.note}>
          {dates.dateTime(message.created_at)}
          {message.edited_at && `, ${t('case.edited')}`}
        </span>
      </div>
      {forwarded_from && <p className={styles.note}>{t('case.forwarded', { name: forwarded_from })}</p>}
      {body && <p className={styles.body}>{body}</p>}
      {sticker && <p className={styles.note}>{t('case.sticker')}</p>}
      {spoken && <p className={styles.body}>{t('case.spoken', { words: spoken })}</p>}
      {question !== undefined && <p className={styles.body}>{[t('case.poll', { question }), ...options].join('\n— ')}</p>}
      {(message.files ?? []).map((file) => (
        <a key={file.id} className={styles.file} href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
          <Icon20DocumentOutline aria-hidden="true" />
          {file.name}
        </a>
      ))}
    </article>
  );
}
