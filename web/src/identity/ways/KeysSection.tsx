import { Icon28KeyOutline } from '@vkontakte/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { canUseKeys, isGivenUp, isKnown } from './browser';
import { NameForm } from './NameForm';
import { addKey, getKeys, removeKey, renameKey, type Passkey } from './server';
import { texts } from './texts';
import styles from './Ways.module.css';

/** The keys by which somebody signs in without a code. */
export function KeysSection() {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: ['passkeys'], queryFn: getKeys });
  return (
    <Section title={t('keys.title')} hint={t('keys.hint')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data?.items.length === 0 && <p className={styles.note}>{t('keys.none')}</p>}
      <ul className={styles.list} aria-label={t('keys.title')}>
        {data?.items.map((key) => (
          <Key key={key.id} passkey={key} />
        ))}
      </ul>
      {data && (canUseKeys() ? <AddKey /> : <p className={styles.note}>{t('keys.unusable')}</p>)}
    </Section>
  );
}

function useRefresh(): () => Promise<unknown> {
  const cache = useQueryClient();
  return () => Promise.all(['passkeys', 'second-factor'].map((key) => cache.invalidateQueries({ queryKey: [key] })));
}

function AddKey() {
  const t = useTexts(texts);
  const explain = useExplain();
  const refresh = useRefresh();
  const [naming, setNaming] = useState(false);
  const [busy, setBusy] = useState(false);
  const add = async (name: string) => {
    setBusy(true);
    try {
      await addKey(name);
      toast(t('keys.added'));
      setNaming(false);
    } catch (error) {
      if (!isGivenUp(error)) toast(isKnown(error) ? t('keys.known') : explain(error), { failed: true });
    }
    setBusy(false);
    await refresh();
  };
  if (!naming) {
    return (
      <div className={styles.buttons}>
        <Button size="m" mode="secondary" onClick={() => setNaming(true)}>
          {t('keys.add')}
        </Button>
      </div>
    );
  }
  return <NameForm action={t('keys.add')} busy={busy} onName={(name) => void add(name)} onCancel={() => setNaming(false)} />;
}

function Key({ passkey }: { passkey: Passkey }) {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const refresh = useRefresh();
  const [naming, setNaming] = useState(false);
  const { id, name } = passkey;
  const done = (work: Promise<unknown>, said: string) =>
    work
      .then(
        () => toast(said),
        (error: unknown) => toast(explain(error), { failed: true }),
      )
      .then(refresh)
      .then(() => setNaming(false));
  const remove = async () => {
    const agreed = await confirm({ title: t('keys.remove.ask', { name }), text: t('keys.remove.text'), action: t('keys.remove'), destructive: true });
    if (agreed) await done(removeKey(id), t('keys.removed'));
  };
  const used = passkey.last_used_at ? t('keys.used', { when: dates.dateTime(passkey.last_used_at) }) : t('keys.unused');
  return (
    <li className={styles.line}>
      <Icon28KeyOutline className={styles.icon} aria-hidden="true" />
      <span className={styles.text}>
        <span className={styles.name}>{name}</span>
        <span className={styles.note}>
          {t('keys.made', { when: dates.dateTime(passkey.created_at) })} · {used}
        </span>
      </span>
      <Button mode="tertiary" onClick={() => setNaming(!naming)} aria-label={t('keys.rename_named', { name })}>
        {t('keys.rename')}
      </Button>
      <Button mode="tertiary" appearance="negative" onClick={() => void remove()} aria-label={t('keys.remove_named', { name })}>
        {t('keys.remove')}
      </Button>
      {naming && (
        <NameForm
          name={name}
          action={t('keys.save')}
          onName={(next) => void done(renameKey(id, next), t('keys.renamed'))}
          onCancel={() => setNaming(false)}
        />
      )}
    </li>
  );
}
