import { useQuery } from '@tanstack/react-query';
import { NativeSelect, Search } from '@vkontakte/vkui';
import { useDeferredValue, useState } from 'react';

import { api } from '../core/api/client';
import type { OrganisationOverview, PersonBrief } from '../core/api/types';
import { usePages } from '../core/api/usePages';
import { useT } from '../core/i18n/useT';
import { navigate, useSearch } from '../core/navigation/router';
import { Chips } from '../core/ui/Chips';
import { fullName } from '../core/ui/names';
import { Page } from '../core/ui/Page';
import { PagedList } from '../core/ui/PagedList';
import { PersonCell } from '../core/ui/PersonCell';
import { EmptyState, ErrorState, LoadingState } from '../core/ui/states';
import styles from './OrganisationPeoplePage.module.css';

const ROLES = ['all', 'pupil', 'parent', 'teacher', 'administrator'] as const;
type Shown = (typeof ROLES)[number];

/** Everybody of one organisation, for its administrators; the filters live in the address. */
export function OrganisationPeoplePage({ id }: { id: number }) {
  const t = useT();
  const search = useSearch();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const role = (search.get('role') as Shown | null) ?? 'all';
  const classId = search.get('class_id') ?? '';
  const { data: organisation } = useQuery({
    queryKey: ['organisation', id],
    queryFn: () => api.get<OrganisationOverview>(`/api/organisations/${id}`),
  });
  const path = `/api/organisations/${id}/people`;
  const people = usePages<PersonBrief>(['organisation', id, 'people'], path, {
    role: role === 'all' ? null : role,
    class_id: classId,
    q,
  });
  const filter = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value && value !== 'all') next.set(name, value);
    else next.delete(name);
    navigate(`/school/organisations/${id}/people${next.size ? `?${next}` : ''}`, { replace: true });
  };
  const classes = organisation?.classes.filter(({ kind }) => kind === 'homeroom') ?? [];
  return (
    <Page
      deep
      title={t('school.people')}
      up={`/school/organisations/${id}`}
      below={
        <div className={styles.filters}>
          <div className={styles.fields}>
            <Search
              noPadding
              value={words}
              placeholder={t('school.people.search')}
              onChange={(event) => setWords(event.target.value)}
            />
            <NativeSelect
              aria-label={t('school.people.class')}
              value={classId}
              onChange={(event) => filter('class_id', event.target.value)}
              className={styles.class}
            >
              <option value="">{t('school.people.every_class')}</option>
              {classes.map((one) => (
                <option key={one.id} value={String(one.id)}>
                  {one.title}
                </option>
              ))}
            </NativeSelect>
          </div>
          <Chips
            label={t('demo.role')}
            value={role}
            options={ROLES.map((value) => ({ value, label: t(`role.many.${value}`) }))}
            onChange={(value) => filter('role', value)}
          />
        </div>
      }
    >
      {people.error && !people.items && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
      {people.isPending && <LoadingState />}
      {people.items?.length === 0 && (
        <EmptyState title={t('school.people.none')}>{t('school.people.none.hint')}</EmptyState>
      )}
      <div className={styles.list}>
        {people.items && people.items.length > 0 && (
          <PagedList
            label={t('school.people')}
            items={people.items}
            idOf={(person) => person.id}
            hasNext={people.hasNextPage}
            busy={people.isFetchingNextPage}
            onMore={() => void people.fetchNextPage()}
            row={(person) => (
              <PersonCell
                person={person}
                as={fullName}
                subtitle={person.label}
                to={`/people/${person.id}`}
                after={person.claimed ? undefined : t('school.people.unclaimed')}
              />
            )}
          />
        )}
      </div>
    </Page>
  );
}
