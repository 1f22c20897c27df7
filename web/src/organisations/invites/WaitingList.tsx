import { useQueryClient } from '@tanstack/react-query';
import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState } from 'react';

import { usePages } from '../../core/api/usePages';
import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import { fullName } from '../../core/ui/names';
import { Section } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { ErrorState, LoadingState } from '../../core/ui/states';
import styles from './Invites.module.css';
import { MatchChoice, type Chosen } from './MatchChoice';
import { approve, decline, joiningsPath, type Newcomer } from './server';
import { texts } from './texts';
import { forWhom } from './words';

const NAMES = ['family_name', 'given_name', 'patronymic'] as const;

/** «Ждут одобрения»: the queue of those who came by an invite. */
export function WaitingList({ id }: { id: number }) {
  const t = useTexts(texts);
  const waiting = usePages<Newcomer>(['joinings', id], joiningsPath(id));
  return (
    <Section title={t('invites.waiting')} hint={waiting.items?.length === 0 ? t('invites.waiting.none') : undefined}>
      {waiting.error && !waiting.items && <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />}
      {waiting.isPending && <LoadingState />}
      {waiting.items && waiting.items.length > 0 && (
        <PagedList
          label={t('invites.waiting')}
          items={waiting.items}
          idOf={(one) => one.id}
          hasNext={waiting.hasNextPage}
          busy={waiting.isFetchingNextPage}
          onMore={() => void waiting.fetchNextPage()}
          row={(one) => (
            <div className={styles.line}>
              <Decision organisation={id} one={one} />
            </div>
          )}
        />
      )}
    </Section>
  );
}

function Decision({ organisation, one }: { organisation: number; one: Newcomer }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const [doing, setDoing] = useState<'nothing' | 'declining' | 'renaming'>('nothing');
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const [name, setName] = useState(one.person);
  const [chosen, setChosen] = useState<Chosen>(null);
  const match = one.matches.find((other) => other.id === chosen);
  const undecided = one.matches.length > 0 && !match && chosen !== 'another';
  const finish = (work: Promise<unknown>, said: string) => {
    setBusy(true);
    work
      .then(
        () => toast(said),
        (error: unknown) => toast(explain(error), { failed: true }),
      )
      .then(() => Promise.all([cache.invalidateQueries({ queryKey: ['joinings'] }), cache.invalidateQueries({ queryKey: ['invites'] })]))
      .finally(() => setBusy(false));
  };
  const yes = () => {
    const named = doing === 'renaming' && !match ? name : null;
    const said = { name: named, expected_id: match?.id ?? null, is_another: chosen === 'another' };
    finish(approve(organisation, one.id, said), t(match ? 'match.approved' : 'waiting.approved', { name: fullName(match ?? named ?? one.person) }));
  };
  const no = () => finish(decline(organisation, one.id, reason), t('waiting.declined'));
  return (
    <div className={styles.card}>
      <Who one={one} />
      {one.matches.length > 0 && doing !== 'declining' && <MatchChoice matches={one.matches} chosen={chosen} onChange={setChosen} />}
      {doing === 'renaming' && !match && (
        <div className={styles.fields}>
          {NAMES.map((field) => (
            <FormItem key={field} top={t(`name.${field}`)} htmlFor={`${field}-${one.id}`} noPadding>
              <Input id={`${field}-${one.id}`} maxLength={60} value={name[field]} onChange={(event) => setName({ ...name, [field]: event.target.value })} />
            </FormItem>
          ))}
        </div>
      )}
      {doing === 'declining' && (
        <FormItem top={t('waiting.reason')} bottom={t('waiting.reason.hint')} htmlFor={`reason-${one.id}`} noPadding>
          <Input id={`reason-${one.id}`} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </FormItem>
      )}
      <div className={styles.buttons}>
        {doing !== 'declining' && (
          <Button size="s" loading={busy} disabled={undecided} onClick={yes}>
            {t('waiting.approve')}
          </Button>
        )}
        {doing === 'nothing' && one.may_rename && !match && (
          <Button size="s" mode="secondary" onClick={() => setDoing('renaming')}>
            {t('waiting.rename')}
          </Button>
        )}
        <Button
          size="s"
          mode={doing === 'declining' ? 'primary' : 'tertiary'}
          appearance="negative"
          loading={busy && doing === 'declining'}
          disabled={doing === 'declining' && !reason.trim()}
          onClick={doing === 'declining' ? no : () => setDoing('declining')}
        >
          {t('waiting.decline')}
        </Button>
        {doing !== 'nothing' && (
          <Button size="s" mode="tertiary" onClick={() => setDoing('nothing')}>
            {t('action.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Who came, as whom and by whose invite. */
function Who({ one }: { one: Newcomer }) {
  const t = useTexts(texts);
  const dates = useDates();
  const relation = one.role === 'parent' ? t(`relation.${one.relation}`) : null;
  return (
    <>
      <p className={styles.who}>{fullName(one.person)}</p>
      <p className={styles.note}>{[forWhom(t, one), relation, one.role === 'parent' ? one.class_title : null].filter(Boolean).join(' · ')}</p>
      <p className={styles.note}>
        {[one.note, t('waiting.invited', { name: fullName(one.invited_by), when: dates.dateTime(one.created_at) })].filter(Boolean).join(' · ')}
      </p>
      {one.resembles && (
        <p className={styles.alike} role="note">
          {t('waiting.resembles', { name: fullName(one.resembles) })}
        </p>
      )}
    </>
  );
}
