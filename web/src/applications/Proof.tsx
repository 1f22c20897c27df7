import { useQueryClient } from '@tanstack/react-query';
import { Icon16CheckCircleOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { ApiError } from '../core/api/error';
import type { SignInCode } from '../core/api/types';
import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { CodeField } from '../identity/sign-in/CodeField';
import { useCountdown } from '../identity/sign-in/useCountdown';
import styles from './Applications.module.css';
import { useForm } from './form';
import { askProof, giveProof, keyOf, type ContactKind } from './server';
import { texts } from './texts';

/** A code to the contact that stands in the field, and the field for the code. */
export function Proof({ kind }: { kind: ContactKind }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const { application, draft } = useForm();
  const [asked, setAsked] = useState<{ code: SignInCode; contact: string } | null>(null);
  const [digits, setDigits] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const typed = draft.fields[kind];
  const proven = (kind === 'phone' ? application.phone_proven : application.email_proven) && typed === application[kind];
  const open = asked !== null && asked.contact === typed;
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await draft.flush();
      await act();
    } catch (failed) {
      setError(failed);
      setDigits('');
    } finally {
      setBusy(false);
    }
  };
  const ask = () => attempt(async () => setAsked({ code: await askProof(application.id, kind), contact: typed }));
  const give = (code: string) =>
    attempt(async () => {
      cache.setQueryData(keyOf(application.id), await giveProof(application.id, asked!.code.id, code));
    });
  if (proven)
    return (
      <span className={styles.proven} role="status">
        <Icon16CheckCircleOutline />
        {t('proof.done')}
      </span>
    );
  const left = error instanceof ApiError ? error.problem['tries_left'] : undefined;
  return (
    <>
      {!open && (
        <Button size="m" mode="secondary" loading={busy} disabled={typed.trim() === ''} aria-label={`${t('proof.send')}: ${t(`field.${kind}`)}`} onClick={() => void ask()}>
          {t('proof.send')}
        </Button>
      )}
      {open && (
        <>
          <p className={styles.note}>{t('proof.sent', { where: asked.code.masked })}</p>
          <CodeField label={t('proof.field')} value={digits} failed={error !== null} busy={busy} onChange={setDigits} onComplete={(code) => void give(code)} />
          <Again code={asked.code} onAsk={() => void ask()} />
        </>
      )}
      {error !== null && (
        <p role="alert" className={styles.error}>
          {explain(error)} {typeof left === 'number' && t('proof.tries', { left })}
        </p>
      )}
    </>
  );
}

function Again({ code, onAsk }: { code: SignInCode; onAsk: () => void }) {
  const t = useTexts(texts);
  const wait = useCountdown(code.resend_at);
  if (wait > 0) return <p className={styles.note}>{t('proof.wait', { clock: `${Math.floor(wait / 60)}:${String(wait % 60).padStart(2, '0')}` })}</p>;
  return (
    <Button size="s" mode="tertiary" onClick={onAsk}>
      {t('proof.again')}
    </Button>
  );
}
