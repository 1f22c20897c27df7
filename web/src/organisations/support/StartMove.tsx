import { Button, Checkbox, FormItem, Input } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import type { Move } from '../../identity/ways/server';
import { texts } from '../../identity/ways/texts';
import styles from '../../identity/ways/Ways.module.css';
import { startMove } from './server';

interface Props {
  organisation: number;
  personId: number;
  contactId: number;
  onStarted: (move: Move) => void;
  onCancel: () => void;
}

/** Where somebody of my school is to be moved, and why. */
export function StartMove({ organisation, personId, contactId, onStarted, onCancel }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [keeps, setKeeps] = useState(false);
  const [error, setError] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const move = { contact_id: contactId, to: to.trim(), reason: reason.trim(), keeps_sessions: keeps };
    void startMove(organisation, personId, move).then(onStarted, (thrown: unknown) => setError(explain(thrown)));
  };
  return (
    <form className={styles.form} onSubmit={submit} style={{ flexBasis: '100%' }}>
      <FormItem
        noPadding
        top={t('move.to')}
        htmlFor="support-to"
        status={error ? 'error' : 'default'}
        bottom={error ? <span role="alert">{error}</span> : undefined}
      >
        <Input id="support-to" autoFocus autoComplete="off" maxLength={120} value={to} onChange={(event) => setTo(event.target.value)} />
      </FormItem>
      <FormItem noPadding top={t('support.reason')} bottom={t('support.reason.hint')} htmlFor="support-reason">
        <Input id="support-reason" autoComplete="off" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
      </FormItem>
      <Checkbox noPadding checked={keeps} onChange={(event) => setKeeps(event.target.checked)}>
        {t('support.keep')}
      </Checkbox>
      <div className={styles.buttons}>
        <Button type="submit" size="m" disabled={!to.trim() || !reason.trim()}>
          {t('move.start')}
        </Button>
        <Button size="m" mode="tertiary" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
