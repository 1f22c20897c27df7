import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation, PersonBrief } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { briefName } from '../../core/ui/names';
import styles from './Rules.module.css';
import { ban } from './server';
import { Choice } from './Choice';
import { Sheet } from './Sheet';
import { secondsOf, TERMS } from './terms';
import { texts } from './texts';

interface Props {
  conversation: Conversation;
  person: PersonBrief;
  onClose: () => void;
  onDone: () => void;
}

/** For how long somebody may not write, and why: only they are told. */
export default function BanSheet({ conversation, person, onClose, onDone }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [term, setTerm] = useState('3600');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const lay = () => {
    setBusy(true);
    ban(conversation.id, person.id, secondsOf(term), reason)
      .then(
        () => {
          onDone();
          onClose();
        },
        (error: unknown) => toast(explain(error), { failed: true }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <Sheet title={t('rules.ban.title')} onClose={onClose}>
      <div className={styles.form}>
        <p className={styles.hint}>{t('rules.ban.who', { name: briefName(person) })}</p>
        <Choice label={t('rules.term')} value={term} disabled={busy} options={TERMS.map(([name]) => [name, t(`rules.term.${name}`)])} onChange={setTerm} />
        <FormItem top={t('rules.reason')} bottom={t('rules.reason.hint')} htmlFor="ban-reason">
          <Input id="ban-reason" value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
        </FormItem>
        <div className={styles.foot}>
          <Button size="l" appearance="negative" loading={busy} onClick={lay}>
            {t('rules.ban.action')}
          </Button>
          <Button size="l" mode="secondary" disabled={busy} onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
