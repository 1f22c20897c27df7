import { Icon24MessageOutline, Icon24ReportOutline } from '@vkontakte/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { lazy, Suspense, useState } from 'react';

import { api } from '../core/api/client';
import type { ClassBrief, Profile } from '../core/api/types';
import { useExplain, useT } from '../core/i18n/useT';
import { navigate } from '../core/navigation/router';
import { Avatar } from '../core/ui/Avatar';
import { complain } from '../core/ui/complaint';
import { toast } from '../core/ui/dialogs';
import { fullName, letteredName } from '../core/ui/names';
import { Facts, Page, Section } from '../core/ui/Page';
import { PersonCell } from '../core/ui/PersonCell';
import { PersonName } from '../core/ui/PersonName';
import { ErrorState, LoadingState } from '../core/ui/states';
import { useMe } from '../identity/session';
import styles from './PersonPage.module.css';

const FamilyCard = lazy(() => import('../organisations/invites/FamilyCard'));
const Accompanied = lazy(() => import('./policies/Accompanied'));
const BirthDate = lazy(() => import('./family/BirthDate'));
const TakeAway = lazy(() => import('./photo/TakeAway'));
const WayInCard = lazy(() => import('../organisations/support/WayInCard'));
const RoleCard = lazy(() => import('../organisations/invites/RoleCard'));

/** Who somebody is to the one who looks, and the way to write to them if the rules allow it. */
export default function PersonPage({ personId }: { personId: number }) {
  const t = useT();
  const { data, error, refetch } = useQuery({
    queryKey: ['person', personId],
    queryFn: () => api.get<Profile>(`/api/people/${personId}`),
  });
  return (
    <Page title={t('person.title')} up="/people">
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <>
          <Head person={data} />
          <About person={data} />
          <Children person={data} />
          <Suspense>
            <Oversight person={data} />
          </Suspense>
          <SharedChats person={data} />
          {data.reach !== 'self' && <Report person={data} />}
        </>
      )}
    </Page>
  );
}

/** What those who answer for somebody see besides: a child's family, and for administrators the role. */
function Oversight({ person }: { person: Profile }) {
  const me = useMe();
  const runs = me.roles.some(({ role }) => role === 'administrator' || role === 'operator');
  const answers = runs || me.classes.some((one) => one.class_teacher) || me.children.some(({ id }) => id === person.id);
  const administered = new Set(me.roles.flatMap(({ role, organisation_id }) => (role === 'administrator' ? (organisation_id ?? []) : [])));
  const operates = me.roles.some(({ role }) => role === 'operator');
  const helped = person.organisations.map(({ id }) => id).filter((id) => operates || administered.has(id));
  return (
    <>
      {person.role === 'pupil' && answers && <FamilyCard childId={person.id} />}
      {person.role === 'pupil' && answers && <BirthDate child={person.id} />}
      {[...administered].map((id) => (
        <RoleCard key={id} organisation={id} personId={person.id} name={fullName(person)} />
      ))}
      {person.reach !== 'self' && person.portrait && helped[0] !== undefined && <TakeAway organisation={helped[0]} person={person} />}
      {person.reach !== 'self' &&
        helped.slice(0, 1).map((id) => <WayInCard key={id} organisation={id} personId={person.id} />)}
    </>
  );
}

function Head({ person }: { person: Profile }) {
  return (
    <div className={styles.head}>
      <Avatar id={person.id} title={letteredName(person)} size={96} portrait={person.portrait} />
      <div className={styles.name}>
        <PersonName person={person} as={fullName} />
      </div>
      {person.label && <div className={styles.label}>{person.label}</div>}
      <Write person={person} />
    </div>
  );
}

function Write({ person }: { person: Profile }) {
  const t = useT();
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  if (person.reach === 'self') return null;
  const write = async () => {
    setBusy(true);
    try {
      const { id } = await api.put<{ id: number }>(`/api/conversations/direct/${person.id}`);
      navigate(`/chats/${id}`);
    } catch (error) {
      toast(explain(error), { failed: true });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.write}>
      {person.reach === 'accompanied' && (
        <Suspense>
          <Accompanied person={person.id} />
        </Suspense>
      )}
      {(person.reach === 'open' || person.reach === 'request') && (
        <Button size="l" before={<Icon24MessageOutline />} loading={busy} onClick={() => void write()}>
          {t('person.write')}
        </Button>
      )}
      {person.reach !== 'open' && person.reach !== 'accompanied' && <p className={styles.hint}>{t(`person.reach.${person.reach}`)}</p>}
      {!person.claimed && <p className={styles.hint}>{t('person.unclaimed')}</p>}
    </div>
  );
}

function Report({ person }: { person: Profile }) {
  const t = useT();
  return (
    <Button
      mode="tertiary"
      appearance="negative"
      size="l"
      before={<Icon24ReportOutline />}
      onClick={() => complain({ target: 'person', id: person.id, about: fullName(person) })}
    >
      {t('action.report')}
    </Button>
  );
}

function About({ person }: { person: Profile }) {
  const t = useT();
  const classTitle = ({ title, class_teacher, role }: ClassBrief) =>
    class_teacher ? t('person.class_teacher', { title }) : role === 'teacher' ? t('person.teaches', { title }) : title;
  const homerooms = person.classes.filter(({ kind }) => kind === 'homeroom');
  const groups = person.classes.filter(({ kind }) => kind !== 'homeroom');
  const facts = [
    ...person.organisations.map(({ name, short_name }) => ({
      name: t('person.organisation'),
      value: name || short_name,
    })),
    ...(homerooms.length ? [{ name: t('person.classes'), value: homerooms.map(classTitle).join(' · ') }] : []),
    ...(groups.length ? [{ name: t('person.groups'), value: groups.map(({ title }) => title).join(' · ') }] : []),
  ];
  if (facts.length === 0) return null;
  return (
    <Section title={t('person.about')}>
      <Facts items={facts} />
    </Section>
  );
}

function Children({ person }: { person: Profile }) {
  const t = useT();
  if (person.children.length === 0) return null;
  return (
    <Section title={t('person.children')}>
      <div className={styles.cells}>
        {person.children.map((child) => (
          <PersonCell key={child.id} person={child} subtitle={child.label} to={`/people/${child.id}`} />
        ))}
      </div>
    </Section>
  );
}

function SharedChats({ person }: { person: Profile }) {
  const t = useT();
  if (person.shared_conversations.length === 0) return null;
  return (
    <Section title={t('person.shared', { count: person.shared_conversations.length })}>
      <div className={styles.cells}>
        {person.shared_conversations.map(({ id, title }) => (
          <ChatLine key={id} id={id} title={title || t('person.direct')} />
        ))}
      </div>
    </Section>
  );
}

function ChatLine({ id, title }: { id: number; title: string }) {
  return (
    <button type="button" className={styles.chat} onClick={() => navigate(`/chats/${id}`)}>
      <Avatar id={id} title={title} size={40} />
      <span className={styles.chatTitle}>{title}</span>
    </button>
  );
}
