import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useId, useState, type FormEvent } from 'react';

import type { SignInCode } from '../../core/api/types';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import { proveSide, sendCode, type Move, type Side } from './server';
import { texts } from './texts';
import styles from './Ways.module.css';

interface Props {
  /** Where the steps of this move are taken. */
  path: string;
  move: Move;
  side: Side;
  hint?: string;
  onMoved: (move: Move) => void;
}

/** One of the two confirmations: a code to this contact, and the code back. */
export function ProofSide({ path, move, side, hint, onMoved }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
  const id = useId();
  const [sent, setSent] = useState<SignInCode | null>(null);
  const [code, setCode] = useState('');
  const [error, setError] = useState('');
  const to = side === 'new' ? move.new : move.old;
  const proven = side === 'new' ? move.new_proven : move.old_confirmed;
  const send = () =>
    void sendCode(path, side).then(
      (asked) => (setSent(asked), setCode(''), setError('')),
      (thrown: unknown) => toast(explain(thrown), { failed: true }),
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!sent) return;
    void proveSide(path, side, sent.id, code).then(onMoved, (thrown: unknown) => (setError(explain(thrown)), setCode('')));
  };
  return (
    <section className={styles.card} aria-label={t(`move.${side}`)}>
      <span className={styles.name}>
        {t(`move.${side}`)}: {to}
      </span>
      {proven && <p className={styles.note}>✓ {t('move.proven')}</p>}
      {!proven && hint && <p className={styles.note}>{hint}</p>}
      {!proven && !sent && (
        <div className={styles.buttons}>
          <Button size="m" mode="secondary" onClick={send}>
            {t('move.send', { to })}
          </Button>
        </div>
      )}
      {!proven && sent && (
        <form onSubmit={submit}>
          <FormItem
            noPadding
            top={t('move.code', { to })}
            htmlFor={id}
            status={error ? 'error' : 'default'}
            bottom={error ? <span role="alert">{error}</span> : undefined}
          >
            <Input
              id={id}
              autoFocus
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={8}
              value={code}
              onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
            />
          </FormItem>
          <div className={styles.buttons}>
            <Button type="submit" size="m" disabled={code.length < 6}>
              {t('move.confirm')}
            </Button>
            <Button size="m" mode="tertiary" onClick={send}>
              {t('move.again')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
