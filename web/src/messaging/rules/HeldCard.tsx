import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import type { PersonBrief } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { briefName } from '../../core/ui/names';
import styles from './Rules.module.css';
import { approve, decline, type HeldMessage } from './server';
import { texts } from './texts';
import { HeldWords } from './HeldWords';

interface Props {
  held: HeldMessage;
  author: PersonBrief | undefined;
  onDone: () => void;
}

/** Words that wait, whole, with yes and no beside them. */
export function HeldCard({ held, author, onDone }: Props) {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const tell = (asked: Promise<unknown>) => {
    setBusy(true);
    asked.then(onDone, (error: unknown) => toast(explain(error), { failed: true })).finally(() => setBusy(false));
  };
  const name = author === undefined ? t('chat.unknown_person') : briefName(author);
  return (
    <li className={styles.card} aria-label={name}>
      <div className={styles.who}>
        <span>
          {name} {author?.label && <span className={styles.note}>{author.label}</span>}
        </span>
        <span className={styles.note}>{dates.dateTime(held.created_at)}</span>
      </div>
      {held.word_list !== '' && <p className={styles.note}>{t('rules.held.word', { list: held.word_list })}</p>}
      <HeldWords held={held} />
      {declining && (
        <FormItem top={t('rules.decline.reason')} bottom={t('rules.decline.hint')} htmlFor={`decline-${held.id}`} noPadding>
          <Input id={`decline-${held.id}`} value={reason} maxLength={300} autoFocus onChange={(event) => setReason(event.target.value)} />
        </FormItem>
      )}
      <div className={styles.buttons}>
        {!declining && (
          <Button size="m" loading={busy} onClick={() => tell(approve(held.id))}>
            {t('rules.approve')}
          </Button>
        )}
        <Button size="m" mode="secondary" appearance="negative" loading={busy && declining} disabled={busy} onClick={() => (declining ? tell(decline(held.id, reason)) : setDeclining(true))}>
          {t('rules.decline')}
        </Button>
        {declining && (
          <Button size="m" mode="tertiary" disabled={busy} onClick={() => setDeclining(false)}>
            {t('action.cancel')}
          </Button>
        )}
      </div>
    </li>
  );
}
