import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useDeferredValue, useState } from 'react';

import { usePages } from '../../core/api/usePages';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { endGuest, findGuests, guestsPath, inviteGuest, type Group, type Guest, type GuestCandidate } from './server';
import styles from './Structure.module.css';
import { texts } from './texts';

interface Place {
  organisation: number;
  group: Group;
}

const SHORTEST = 3;
const isIn = (state: string | null) => state === 'waiting' || state === 'accepted';

/** The other organisations of a community: invited, answered, let go. */
export function GuestsPart({ organisation, group }: Place) {
  const t = useTexts(texts);
  const guests = usePages<Guest>(['groups', organisation, group.id, 'guests'], guestsPath(organisation, group.id));
  return (
    <Section title={t('guests.title')} hint={t(guests.items?.length === 0 ? 'guests.none' : 'guests.hint')}>
      {guests.error && !guests.items && <ErrorState error={guests.error} onRetry={() => void guests.refetch()} />}
      {guests.isPending && <LoadingState />}
      {guests.items && guests.items.length > 0 && (
        <PagedList
          label={t('guests.title')}
          items={guests.items}
          idOf={(one) => one.id}
          hasNext={guests.hasNextPage}
          busy={guests.isFetchingNextPage}
          onMore={() => void guests.fetchNextPage()}
          row={(guest) => <GuestLine organisation={organisation} group={group} guest={guest} />}
        />
      )}
      <InviteGuest organisation={organisation} group={group} />
    </Section>
  );
}

function useDone({ organisation }: Pick<Place, 'organisation'>) {
  const explain = useExplain();
  const cache = useQueryClient();
  return (work: Promise<unknown>, said: string) =>
    work
      .then(
        () => toast(said),
        (error: unknown) => toast(explain(error), { failed: true }),
      )
      .then(() => cache.invalidateQueries({ queryKey: ['groups', organisation] }));
}

function GuestLine({ organisation, group, guest }: Place & { guest: Guest }) {
  const t = useTexts(texts);
  const done = useDone({ organisation });
  const name = guest.short_name || guest.name;
  const said = [guest.settlement, t(`guests.state.${guest.state}`), guest.state === 'accepted' && t('groups.adults', { count: guest.people })];
  const deed = guest.state === 'waiting' ? 'guests.withdraw' : 'guests.end';
  const end = async () => {
    const agreed = await confirm({ title: t(`${deed}.ask`, { name }), text: t(`${deed}.text`), action: t(deed), destructive: true });
    if (agreed) await done(endGuest(organisation, group.id, guest.id), t(`${deed}.done`, { name }));
  };
  const again = () => done(inviteGuest(organisation, group.id, guest.id), t('guests.invited', { name }));
  return (
    <div className={styles.line}>
      <div className={styles.card}>
        <span className={styles.name}>{guest.name}</span>
        <span className={styles.note}>{said.filter(Boolean).join(' · ')}</span>
        <div className={styles.deeds}>
          {isIn(guest.state) ? (
            <Button size="s" mode="secondary" appearance="negative" aria-label={`${t(deed)}: ${name}`} onClick={() => void end()}>
              {t(deed)}
            </Button>
          ) : (
            <Button size="s" mode="secondary" aria-label={`${t('guests.again')}: ${name}`} onClick={() => void again()}>
              {t('guests.again')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

function InviteGuest({ organisation, group }: Place) {
  const t = useTexts(texts);
  const done = useDone({ organisation });
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const invite = (one: GuestCandidate) => {
    setOpen(false);
    setWords('');
    void done(inviteGuest(organisation, group.id, one.id), t('guests.invited', { name: one.short_name || one.name }));
  };
  if (!open) {
    return (
      <div className={styles.bar}>
        <Button size="m" mode="secondary" onClick={() => setOpen(true)}>
          {t('guests.invite')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.form}>
      <FormItem top={t('guests.search')} bottom={t('guests.search.hint')} htmlFor="guest-search" noPadding>
        <Input id="guest-search" type="search" autoComplete="off" autoFocus maxLength={100} value={words} onChange={(event) => setWords(event.target.value)} />
        {q.length >= SHORTEST && <Candidates organisation={organisation} group={group} q={q} onChoose={invite} />}
      </FormItem>
      <div className={styles.deeds}>
        <Button size="m" mode="tertiary" onClick={() => setOpen(false)}>
          {t('action.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Candidates({ organisation, group, q, onChoose }: Place & { q: string; onChoose: (one: GuestCandidate) => void }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({
    queryKey: ['groups', organisation, group.id, 'candidates', q],
    queryFn: ({ signal }) => findGuests(organisation, group.id, q, signal),
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  if (data.items.length === 0) return <p className={styles.note}>{t('guests.nothing')}</p>;
  return (
    <ul aria-label={t('guests.found')} className={styles.matches}>
      {data.items.map((one) => (
        <li key={one.id}>
          <button type="button" className={styles.found} disabled={isIn(one.state)} onClick={() => onChoose(one)}>
            <span className={styles.name}>{one.name}</span>
            <span className={styles.note}>
              {[one.settlement, one.inn && t('guests.inn', { inn: one.inn }), isIn(one.state) && t(`guests.state.${one.state}`)].filter(Boolean).join(' · ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
