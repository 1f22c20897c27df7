import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Button, Search } from '@vkontakte/vkui';

import { api } from '../../core/api/client';
import type { PersonBrief, SignedIn } from '../../core/api/types';
import { useExplain, useT } from '../../core/i18n/useT';
import { navigate } from '../../core/navigation/router';
import { toast } from '../../core/ui/dialogs';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { fullName } from '../../core/ui/names';
import { PersonCell } from '../../core/ui/PersonCell';
import { Chips } from '../../core/ui/Chips';
import { Door } from '../Door';
import { enter } from '../session';
import styles from './DemoPage.module.css';

type DemoPerson = PersonBrief & { organisation?: string | null };

const ROLES = ['all', 'teacher', 'parent', 'pupil', 'administrator'] as const;
const SHOWN = 60;

/** «Войти как…»: in a demonstration anybody may look at the school with anybody's eyes. */
export default function DemoPage() {
  const t = useT();
  const explain = useExplain();
  const [words, setWords] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('all');
  const { data, error, refetch } = useQuery({
    queryKey: ['demo', 'people'],
    queryFn: () => api.get<{ items: DemoPerson[] }>('/api/demo/people'),
    staleTime: Infinity,
  });
  const found = useFound(data?.items ?? [], words, role);
  const become = async (person: DemoPerson) => {
    try {
      enter(await api.post<SignedIn>('/api/demo/sessions', { person_id: person.id }));
    } catch (thrown) {
      toast(explain(thrown), { failed: true });
    }
  };
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
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      <ul className={styles.people}>
        {found.slice(0, SHOWN).map((person) => (
          <li key={person.id}>
            <PersonCell
              person={person}
              subtitle={[person.label, person.organisation].filter(Boolean).join(' · ')}
              onClick={() => void become(person)}
            />
          </li>
        ))}
      </ul>
      {data && (
        <p className={styles.count}>{t('demo.found', { count: found.length, shown: Math.min(found.length, SHOWN) })}</p>
      )}
      <Button mode="tertiary" stretched onClick={() => navigate('/sign-in')}>
        {t('demo.usual')}
      </Button>
    </Door>
  );
}

function useFound(people: DemoPerson[], words: string, role: string): DemoPerson[] {
  const wanted = useDeferredValue(words).trim().toLowerCase().split(/\s+/);
  return people.filter((person) => {
    if (role !== 'all' && person.role !== role) return false;
    const text = `${fullName(person)} ${person.label} ${person.organisation ?? ''}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
