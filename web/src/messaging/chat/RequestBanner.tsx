import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain, useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { complain } from '../../core/ui/complaint';
import { toast } from '../../core/ui/dialogs';
import { briefName } from '../../core/ui/names';
import { meetConversation } from '../meet';
import { answerRequest } from '../server/conversations';
import styles from './RequestBanner.module.css';

/** A chat of two that one of them has not agreed to yet. */
export function RequestBanner({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const me = useStore((store) => store.data.me);
  const partner = useStore((store) => store.data.people[conversation.partner_id ?? 0]);
  const name = partner ? briefName(partner) : t('chat.unknown_person');
  const { request } = conversation;
  if (request === null) return null;
  if (request.state === 'declined') return <Banner title={t('request.declined')} />;
  if (request.by === me) return <Banner title={t('request.waiting')} hint={t('request.waiting.hint', { name })} />;
  return (
    <Banner title={t('request.title', { name })} hint={t('request.hint')}>
      <Answer conversation={conversation} name={name} />
    </Banner>
  );
}

function Banner({ title, hint, children }: { title: string; hint?: string; children?: React.ReactNode }) {
  return (
    <section className={styles.banner} aria-label={title}>
      <div className={styles.text}>
        <div className={styles.title}>{title}</div>
        {hint && <div className={styles.hint}>{hint}</div>}
      </div>
      {children}
    </section>
  );
}

function Answer({ conversation, name }: { conversation: Conversation; name: string }) {
  const t = useT();
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const answer = (accept: boolean) => {
    setBusy(true);
    answerRequest(conversation.id, accept)
      .then(() => meetConversation(conversation.id))
      .catch((error: unknown) => toast(explain(error), { failed: true }))
      .finally(() => setBusy(false));
  };
  return (
    <div className={styles.buttons}>
      <Button size="m" disabled={busy} onClick={() => answer(true)}>
        {t('request.accept')}
      </Button>
      <Button size="m" mode="secondary" appearance="negative" disabled={busy} onClick={() => answer(false)}>
        {t('request.decline')}
      </Button>
      <Button
        size="m"
        mode="tertiary"
        appearance="negative"
        disabled={busy}
        onClick={() => complain({ target: 'chat', id: conversation.id, about: name })}
      >
        {t('action.report')}
      </Button>
    </div>
  );
}
