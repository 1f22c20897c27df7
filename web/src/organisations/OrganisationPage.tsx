import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';

import { api } from '../core/api/client';
import type { components } from '../core/api/schema';
import type { OrganisationOverview, Page as Pages } from '../core/api/types';
import { useTexts } from '../core/i18n/useTexts';
import { Link } from '../core/navigation/Link';
import { Page, Section } from '../core/ui/Page';
import { ErrorState, LoadingState } from '../core/ui/states';
import styles from './OrganisationPage.module.css';
import { texts } from './texts';

type Visited = components['schemas']['VisitedCommunity'];

const COUNTS = [
  ['pupils', 'pupil'],
  ['parents', 'parent'],
  ['teachers', 'teacher'],
  ['classes', null],
] as const;

/** An organisation at a glance: how many are in it, and its classes. */
export function OrganisationPage({ id }: { id: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({
    queryKey: ['organisation', id],
    queryFn: () => api.get<OrganisationOverview>(`/api/organisations/${id}`),
  });
  return (
    <Page title={data?.short_name || data?.name || t('school.title')} up="/school">
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <>
          {data.name !== data.short_name && data.short_name && <p className={styles.full}>{data.name}</p>}
          <Counts organisation={data} />
          <Doors organisation={data} />
          <Classes organisation={data} />
        </>
      )}
    </Page>
  );
}

const DOORS = [
  ['groups', 'people'],
  ['communities', 'people'],
  ['school-year', 'people'],
  ['administrators', 'everything'],
  ['standing', 'settings'],
] as const;

/** What can be done here: a class teacher invites, an administrator does what the rights allow. */
function Doors({ organisation }: { organisation: OrganisationOverview }) {
  const t = useTexts(texts);
  const { id, rights, administered } = organisation;
  const waiting = useInvitations(id, rights.includes('people'));
  const open = DOORS.filter(([, right]) => rights.includes(right)).map(([where]) => where);
  return (
    <nav aria-label={t('school.doors')} className={styles.doors}>
      {[...(administered && !rights.includes('invites') ? [] : (['invites'] as const)), ...open].map((where) => (
        <Link key={where} to={`/school/organisations/${id}/${where}`} className={styles.invites}>
          {where === 'communities' && waiting > 0 ? t('school.communities.waiting', { count: waiting }) : t(`school.${where}`)}
        </Link>
      ))}
    </nav>
  );
}

/** How many communities of other organisations wait for an answer; the latest fifty are enough to be told. */
function useInvitations(id: number, asked: boolean): number {
  const { data } = useQuery({
    queryKey: ['communities', id, 'waiting'],
    queryFn: () => api.get<Pages<Visited>>(`/api/organisations/${id}/communities`, { limit: 50 }),
    enabled: asked,
  });
  return data?.items.filter(({ state }) => state === 'waiting').length ?? 0;
}

function Counts({ organisation }: { organisation: OrganisationOverview }) {
  const t = useTexts(texts);
  const intl = useIntl();
  const people = `/school/organisations/${organisation.id}/people`;
  return (
    <ul className={styles.counts}>
      {COUNTS.map(([what, role]) => {
        const count = organisation.counts[what];
        const inside = (
          <>
            <span className={styles.number}>{intl.formatNumber(count)}</span>
            <span className={styles.what}>{t(`school.counts.${what}`, { count })}</span>
          </>
        );
        return (
          <li key={what}>
            {role && organisation.rights.includes('people') ? (
              <Link to={`${people}?role=${role}`} className={styles.card}>
                {inside}
              </Link>
            ) : (
              <div className={styles.card}>{inside}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Classes({ organisation }: { organisation: OrganisationOverview }) {
  const t = useTexts(texts);
  const homerooms = organisation.classes.filter(({ kind }) => kind === 'homeroom');
  const parallels = new Map<string, typeof homerooms>();
  for (const one of homerooms) {
    const grade = String(one.grade ?? '');
    parallels.set(grade, [...(parallels.get(grade) ?? []), one]);
  }
  const sorted = [...parallels].toSorted(([one], [other]) => Number(one) - Number(other));
  return (
    <Section title={t('school.classes')} hint={homerooms.length ? undefined : t('school.classes.none')}>
      {sorted.map(([grade, classes]) => (
        <div key={grade} className={styles.parallel}>
          <span className={styles.grade}>{grade ? t('school.parallel', { grade }) : ''}</span>
          <ul className={styles.classes}>
            {classes.map(({ id, title }) => (
              <li key={id}>
                {organisation.rights.includes('people') ? (
                  <Link to={`/school/organisations/${organisation.id}/groups/${id}`} className={styles.class}>
                    {title}
                  </Link>
                ) : (
                  <span className={styles.class}>{title}</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
