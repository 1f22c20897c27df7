import { Icon56SearchOutline, Icon56UsersOutline } from '@vkontakte/icons';
import { Search } from '@vkontakte/vkui';
import { useDeferredValue, useState } from 'react';

import type { FoundPerson } from '../core/api/types';
import { usePages } from '../core/api/usePages';
import { useT } from '../core/i18n/useT';
import { PagedList } from '../core/ui/PagedList';
import { Pane } from '../core/ui/Pane';
import { PersonCell } from '../core/ui/PersonCell';
import { EmptyState, ErrorState, LoadingState } from '../core/ui/states';

/** Everybody in the person's own circle; nobody else can be found. */
export default function PeoplePane({ activeId }: { activeId: number | null }) {
  const t = useT();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const found = usePages<FoundPerson>(['people'], '/api/people/search', { q });
  return (
    <Pane
      title={t('people.title')}
      below={
        <Search value={words} placeholder={t('people.search')} onChange={(event) => setWords(event.target.value)} />
      }
    >
      {found.error && !found.items && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <LoadingState />}
      {found.items?.length === 0 && <Nobody searching={q !== ''} />}
      {found.items && found.items.length > 0 && (
        <PagedList
          label={t('people.title')}
          items={found.items}
          idOf={({ id }) => id}
          hasNext={found.hasNextPage}
          busy={found.isFetchingNextPage}
          onMore={() => void found.fetchNextPage()}
          row={(person) => (
            <PersonCell
              person={person}
              subtitle={person.label}
              to={`/people/${person.id}`}
              active={person.id === activeId}
            />
          )}
        />
      )}
    </Pane>
  );
}

function Nobody({ searching }: { searching: boolean }) {
  const t = useT();
  return searching ? (
    <EmptyState icon={<Icon56SearchOutline />} title={t('people.not_found')}>
      {t('people.not_found.hint')}
    </EmptyState>
  ) : (
    <EmptyState icon={<Icon56UsersOutline />} title={t('people.nobody')}>
      {t('people.nobody.hint')}
    </EmptyState>
  );
}
