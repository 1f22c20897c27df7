import { Button, Search } from '@vkontakte/vkui';
import { useDeferredValue, useState } from 'react';

import { api } from '../../core/api/client';
import type { Page, PersonBrief, SignedIn } from '../../core/api/types';
import { usePages } from '../../core/api/usePages';
import { useExplain, useT } from '../../core/i18n/useT';
import { navigate } from '../../core/navigation/router';
import { Chips } from '../../core/ui/Chips';
import { toast } from '../../core/ui/dialogs';
import { fullName } from '../../core/ui/names';
import { PagedList } from '../../core/ui/PagedList';
import { PersonCell } from '../../core/ui/PersonCell';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { Door } from '../Door';
import { enter } from '../session';
import styles from './DemoPage.module.css';

interface DemoPerson {
  person: PersonBrief;
  organisation: string | null;
  /** Why somebody is worth being, for the notable only. */
  about: string;
}

const ROLES = ['all', 'teacher', 'parent', 'pupil', 'administrator'] as const;

/** «Войти как…»: in a demonstration anybody may look at the school with anybody's eyes. */
export default function DemoPage() {
  const t = useT();
  const [words, setWords] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('all');
  const people = usePages<DemoPerson>(['demo'], '/api/demo/people', {
    q: useDeferredValue(words.trim()),
    role: role === 'all' ? null : role,
  });
  const first = people.data?.pages[0] as (Page<DemoPerson> & { notable?: DemoPerson[] }) | undefined;
  const notable = first?.notable ?? [];
  return (
    <Door title={t('demo.title')} hint={t('demo.hint')} wide>
      <div className={styles.search}>
        <Search
          noPadding
          value={words}
          placeholder={t('demo.search')}
          onChange={(event) => setWords(event.target.value)}
        />
        <Chips
          label={t('demo.role')}
          options={ROLES.map((value) => ({ value, label: t(`role.many.${value}`) }))}
          value={role}
          onChange={setRole}
        />
      </div>
      {people.error && !people.items && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
      {people.isPending && <LoadingState />}
      {people.items && (
        <div className={styles.people}>
          {notable.length > 0 && <h2 className={styles.title}>{t('demo.notable')}</h2>}
          {notable.map((one) => (
            <Line key={one.person.id} one={one} />
          ))}
          {notable.length > 0 && <h2 className={styles.title}>{t('demo.everybody')}</h2>}
          {people.items.length === 0 && <p className={styles.none}>{t('demo.nobody')}</p>}
          <PagedList
            label={t('demo.everybody')}
            items={people.items}
            idOf={({ person }) => person.id}
            hasNext={people.hasNextPage}
            busy={people.isFetchingNextPage}
            onMore={() => void people.fetchNextPage()}
            row={(one) => <Line one={one} />}
          />
        </div>
      )}
      <Button mode="tertiary" size="l" stretched onClick={() => navigate('/sign-in')} style={{ marginTop: 12 }}>
        {t('demo.usual')}
      </Button>
    </Door>
  );
}

function Line({ one }: { one: DemoPerson }) {
  const explain = useExplain();
  const { person, organisation, about } = one;
  const become = async () => {
    try {
      enter(await api.post<SignedIn>('/api/demo/sessions', { person_id: person.id }));
    } catch (thrown) {
      toast(explain(thrown), { failed: true });
    }
  };
  return (
    <PersonCell
      person={person}
      as={fullName}
      subtitle={about || [person.label, organisation].filter(Boolean).join(' · ')}
      onClick={() => void become()}
    />
  );
}
