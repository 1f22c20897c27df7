import { Icon24KeyOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { ApiError, isProblem } from '../../core/api/error';
import type { DocumentName, DocumentToAccept } from '../../core/api/types';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { enter } from '../session';
import { AgreeList } from '../sign-in/AgreeList';
import { canUseKeys, isGivenUp } from './browser';
import { enterByKey, showKeyAtDoor, type Answer } from './server';
import { texts } from './texts';
import styles from './Ways.module.css';

interface Stopped {
  answer: Answer;
  documents: DocumentToAccept[];
}

/** «Войти с ключом»: nothing is typed, the browser shows whose keys it holds. */
export default function KeyEntry({ onRead }: { onRead: (name: DocumentName) => void }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [stopped, setStopped] = useState<Stopped | null>(null);
  const [agreed, setAgreed] = useState(false);
  if (!canUseKeys()) return null;
  const show = async () => {
    setBusy(true);
    setSaid('');
    const answer = stopped?.answer ?? (await showKeyAtDoor());
    const consents = stopped?.documents.map(({ document, version }) => ({ document, version })) ?? [];
    try {
      enter(await enterByKey(answer, consents));
    } catch (error) {
      if (!isProblem(error, 'consents_required') || !(error instanceof ApiError)) throw error;
      setStopped({ answer, documents: (error.problem['documents'] as DocumentToAccept[] | undefined) ?? [] });
    }
  };
  const start = () =>
    void show()
      .catch((error: unknown) => {
        setStopped(null);
        setSaid(isGivenUp(error) ? t('key.enter.none') : explain(error));
      })
      .finally(() => setBusy(false));
  return (
    <div className={styles.door} style={{ marginTop: 12 }}>
      {stopped && <AgreeList documents={stopped.documents} onRead={onRead} onAgreed={setAgreed} />}
      <Button
        size="l"
        mode={stopped ? 'primary' : 'tertiary'}
        stretched
        loading={busy}
        disabled={stopped !== null && !agreed}
        before={<Icon24KeyOutline />}
        onClick={start}
      >
        {t(stopped ? 'sign_in.consents.action' : 'key.enter')}
      </Button>
      {said && (
        <p role="alert" className={styles.note}>
          {said}
        </p>
      )}
    </div>
  );
}
