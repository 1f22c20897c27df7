import type { PersonHere } from '../core/api/types';
import { usePages } from '../core/api/usePages';
import { useTexts } from '../core/i18n/useTexts';
import { navigate, useSearch } from '../core/navigation/router';
import { fullName } from '../core/ui/names';
import { Page } from '../core/ui/Page';
import { PagedList } from '../core/ui/PagedList';
import { PersonCell } from '../core/ui/PersonCell';
import { EmptyState, ErrorState, LoadingState } from '../core/ui/states';
import { useDeferredValue, useState } from 'react';
import styles from './OrganisationPeoplePage.module.css';
import { PeopleFilters, type Filters } from './PeopleFilters';
import { texts } from './texts';

/** Everybody of one organisation, for its administrators; the filters live in the address. */
export function OrganisationPeoplePage({ id }: { id: number }) {
  const t = useTexts(texts);
  const search = useSearch();
  const [words, setWords] = useState('');
  const filters: Filters = { role: search.get('role') ?? 'all', class_id: search.get('class_id') ?? '' };
  const people = usePages<PersonHere>(['organisation', id, 'people'], `/api/organisations/${id}/people`, {
    role: filters.role === 'all' ? null : filters.role,
    class_id: filters.class_id,
    q: useDeferredValue(words.trim()),
  });
  const filter = (change: Partial<Filters>) => {
    const wanted = { ...filters, ...change };
    const next = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value && value !== 'all'));
    navigate(`/school/organisations/${id}/people${next.size ? `?${next}` : ''}`, { replace: true });
  };
  return (
    <Page
      deep
      title={t('school.people')}
      up={`/school/organisations/${id}`}
      below={<PeopleFilters organisationId={id} words={words} onWords={setWords} filters={filters} onFilter={filter} />}
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
            row={(person) => <Line person={person} />}
          />
        )}
      </div>
    </Page>
  );
}

function Line({ person }: { person: PersonHere }) {
  const t = useTexts(texts);
  const roles = person.roles.map(({ role, position, subject }) =>
    [position || t(`role.${role}`), subject].filter(Boolean).join(', '),
  );
  const classes = person.classes.filter(({ kind }) => kind === 'homeroom').map(({ title }) => title);
  const said = [...roles, ...classes, person.claimed ? '' : t('school.people.unclaimed')];
  const confirmed_teacher = person.roles.some(({ role, confirmed }) => role === 'teacher' && confirmed);
  return (
    <PersonCell
      person={{ ...person, confirmed_teacher }}
      as={fullName}
      subtitle={said.filter(Boolean).join(' · ')}
      to={`/people/${person.id}`}
    />
  );
}
