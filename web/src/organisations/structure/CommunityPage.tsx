import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import type { PersonHere } from '../../core/api/types';
import { usePages } from '../../core/api/usePages';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { Chips } from '../../core/ui/Chips';
import { confirm, toast } from '../../core/ui/dialogs';
import { fullName } from '../../core/ui/names';
import { Page, Section } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { PersonCell } from '../../core/ui/PersonCell';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { PeoplePicker } from './PeoplePicker';
import { answerInvitation, callBack, getCommunity, leaveCommunity, ownPeoplePath, sendPeople, type Member, type VisitedCommunity } from './server';
import styles from './Structure.module.css';
import { texts } from './texts';

interface Place {
  organisation: number;
  community: VisitedCommunity;
}

/** A community of another organisation: the answer to its invitation, and who goes there from here. */
export function CommunityPage({ organisation, id }: { organisation: number; id: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: ['communities', organisation, id], queryFn: () => getCommunity(organisation, id) });
  return (
    <Page deep title={data?.title ?? t('communities.title')} up={`/school/organisations/${organisation}/communities`}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data?.state === 'waiting' && <Invitation organisation={organisation} community={data} />}
      {data?.state === 'accepted' && (
        <>
          <SendPeople organisation={organisation} community={data} />
          <OwnPeople organisation={organisation} community={data} />
          <Leave organisation={organisation} community={data} />
        </>
      )}
    </Page>
  );
}

/** Do something about a community and read it again; where it is no more, go back to the list. */
function useDone({ organisation }: Pick<Place, 'organisation'>) {
  const explain = useExplain();
  const cache = useQueryClient();
  return async (work: Promise<unknown>, said: string, gone = false) => {
    try {
      await work;
      toast(said);
      if (gone) navigate(`/school/organisations/${organisation}/communities`, { replace: true });
    } catch (error) {
      toast(explain(error), { failed: true });
    }
    await cache.invalidateQueries({ queryKey: ['communities', organisation] });
  };
}

function Invitation({ organisation, community }: Place) {
  const t = useTexts(texts);
  const done = useDone({ organisation });
  const { id, title } = community;
  const decline = async () => {
    const agreed = await confirm({ title: t('communities.decline.ask', { title }), text: t('communities.decline.text'), action: t('communities.decline'), destructive: true });
    if (agreed) await done(answerInvitation(organisation, id, false), t('communities.declined'), true);
  };
  return (
    <div className={styles.form}>
      <p className={styles.told}>{t('communities.invited_by', { host: community.host_name })}</p>
      <p className={styles.note}>{t('communities.what')}</p>
      <div className={styles.deeds}>
        <Button size="m" onClick={() => void done(answerInvitation(organisation, id, true), t('communities.accepted'))}>
          {t('communities.accept')}
        </Button>
        <Button size="m" mode="secondary" appearance="negative" onClick={() => void decline()}>
          {t('communities.decline')}
        </Button>
      </div>
    </div>
  );
}

function SendPeople({ organisation, community }: Place) {
  const t = useTexts(texts);
  const done = useDone({ organisation });
  const [who, setWho] = useState<'teacher' | 'administrator'>('teacher');
  const [people, setPeople] = useState<PersonHere[]>([]);
  const send = async () => {
    const ids = people.map((one) => one.id);
    await done(sendPeople(organisation, community.id, ids), t('group.added', { count: ids.length }));
    setPeople([]);
  };
  return (
    <div className={styles.form}>
      <p className={styles.note}>{community.host_name}</p>
      <Chips
        label={t('communities.who')}
        value={who}
        options={(['teacher', 'administrator'] as const).map((value) => ({ value, label: t(`communities.who.${value}`) }))}
        onChange={setWho}
      />
      <PeoplePicker organisation={organisation} label={t('communities.send')} hint={t('communities.send.hint')} who={who} people={people} onChange={setPeople} />
      {people.length > 0 && (
        <div className={styles.deeds}>
          <Button size="m" onClick={() => void send()}>
            {t('group.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

function OwnPeople({ organisation, community }: Place) {
  const t = useTexts(texts);
  const people = usePages<Member>(['communities', organisation, community.id, 'people'], ownPeoplePath(organisation, community.id));
  return (
    <Section title={t('communities.own')} hint={people.items?.length === 0 ? t('communities.own.none') : undefined}>
      {people.error && !people.items && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
      {people.isPending && <LoadingState />}
      {people.items && people.items.length > 0 && (
        <PagedList
          label={t('communities.own')}
          items={people.items}
          idOf={(one) => one.id}
          hasNext={people.hasNextPage}
          busy={people.isFetchingNextPage}
          onMore={() => void people.fetchNextPage()}
          row={(one) => <OwnPerson organisation={organisation} community={community} person={one} />}
        />
      )}
    </Section>
  );
}

function OwnPerson({ organisation, community, person }: Place & { person: Member }) {
  const t = useTexts(texts);
  const done = useDone({ organisation });
  const name = fullName(person);
  const out = async () => {
    const agreed = await confirm({ title: t('group.out.ask', { title: community.title }), text: t('group.out.text', { name }), action: t('group.out'), destructive: true });
    if (agreed) await done(callBack(organisation, community.id, person.id), t('communities.called_back', { name }));
  };
  return (
    <div className={styles.line}>
      <PersonCell person={person} as={fullName} subtitle={person.claimed ? undefined : t('administrators.unclaimed')} to={`/people/${person.id}`} />
      <div className={styles.deeds}>
        <Button size="s" mode="tertiary" appearance="negative" aria-label={t('group.out.name', { name })} onClick={() => void out()}>
          {t('group.out')}
        </Button>
      </div>
    </div>
  );
}

function Leave({ organisation, community }: Place) {
  const t = useTexts(texts);
  const done = useDone({ organisation });
  const leave = async () => {
    const agreed = await confirm({
      title: t('communities.leave.ask', { title: community.title }),
      text: t('communities.leave.text', { count: community.people }),
      action: t('communities.leave'),
      destructive: true,
    });
    if (agreed) await done(leaveCommunity(organisation, community.id), t('communities.left'), true);
  };
  return (
    <div className={styles.bar}>
      <Button size="m" mode="secondary" appearance="negative" onClick={() => void leave()}>
        {t('communities.leave')}
      </Button>
    </div>
  );
}
