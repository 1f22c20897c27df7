import { Button, VisuallyHidden } from '@vkontakte/vkui';
import { Icon56MailOutline } from '@vkontakte/icons';
import { useState } from 'react';

import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { navigate } from '../core/navigation/router';
import { toast } from '../core/ui/dialogs';
import { EmptyState } from '../core/ui/states';
import { endDigest } from './server';
import { texts } from './texts';
import styles from './UnsubscribePage.module.css';

/** Where the link at the foot of a letter leads; asks once, because mail programs open links by themselves. */
export default function UnsubscribePage({ token }: { token: string }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [state, setState] = useState<'asked' | 'busy' | 'done'>('asked');
  const end = () => {
    setState('busy');
    endDigest(token).then(
      () => setState('done'),
      (error: unknown) => {
        setState('asked');
        toast(explain(error), { failed: true });
      },
    );
  };
  const done = state === 'done';
  return (
    <main className={styles.page}>
      <VisuallyHidden Component="h1">{t('unsubscribe.title')}</VisuallyHidden>
      <EmptyState
        icon={<Icon56MailOutline />}
        title={t(done ? 'unsubscribe.done' : 'unsubscribe.question')}
        action={
          done ? (
            <Button size="m" mode="secondary" onClick={() => navigate('/chats', { replace: true })}>
              {t('unsubscribe.open')}
            </Button>
          ) : (
            <Button size="m" disabled={state === 'busy'} onClick={end}>
              {t('unsubscribe.action')}
            </Button>
          )
        }
      >
        {done && t('unsubscribe.done.hint')}
      </EmptyState>
    </main>
  );
}
