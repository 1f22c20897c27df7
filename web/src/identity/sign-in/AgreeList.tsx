import { Checkbox, Link as VkLink } from '@vkontakte/vkui';
import { useState, type ReactNode } from 'react';

import type { DocumentName, DocumentToAccept } from '../../core/api/types';
import { useT } from '../../core/i18n/useT';
import styles from './AgreeList.module.css';

interface Props {
  documents: DocumentToAccept[];
  onRead: (name: DocumentName) => void;
  onAgreed: (all: boolean) => void;
  error?: ReactNode;
}

/** One tick for each document, none of them set beforehand, and the text one press away. */
export function AgreeList({ documents, onRead, onAgreed, error }: Props) {
  const t = useT();
  const [ticked, setTicked] = useState<ReadonlySet<DocumentName>>(new Set());
  const toggle = (name: DocumentName, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(name);
    else next.delete(name);
    setTicked(next);
    onAgreed(documents.every(({ document }) => next.has(document)));
  };
  return (
    <div className={styles.list}>
      {documents.map(({ document, title }) => (
        <div key={document} className={styles.line}>
          <Checkbox noPadding onChange={(event) => toggle(document, event.target.checked)}>
            {t(`sign_in.agree.${document}`)}
          </Checkbox>
          <VkLink
            className={styles.read}
            onClick={() => onRead(document)}
            aria-label={t('documents.read_named', { title })}
          >
            {t('documents.read')}
          </VkLink>
        </div>
      ))}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
