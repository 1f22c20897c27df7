import { useQuery } from '@tanstack/react-query';
import { NativeSelect, Search } from '@vkontakte/vkui';

import { api } from '../core/api/client';
import type { OrganisationOverview } from '../core/api/types';
import { useTexts } from '../core/i18n/useTexts';
import { Chips } from '../core/ui/Chips';
import styles from './OrganisationPeoplePage.module.css';
import { texts } from './texts';

const ROLES = ['all', 'pupil', 'parent', 'teacher', 'administrator'] as const;

export interface Filters {
  role: string;
  class_id: string;
}

interface Props {
  organisationId: number;
  words: string;
  onWords: (words: string) => void;
  filters: Filters;
  onFilter: (change: Partial<Filters>) => void;
}

/** Words, class and role: three ways to narrow a school down. */
export function PeopleFilters({ organisationId, words, onWords, filters, onFilter }: Props) {
  const t = useTexts(texts);
  const { data: organisation } = useQuery({
    queryKey: ['organisation', organisationId],
    queryFn: () => api.get<OrganisationOverview>(`/api/organisations/${organisationId}`),
  });
  const classes = organisation?.classes ?? [];
  return (
    <div className={styles.filters}>
      <div className={styles.fields}>
        <Search
          noPadding
          value={words}
          placeholder={t('school.people.search')}
          onChange={(event) => onWords(event.target.value)}
        />
        <NativeSelect
          slotProps={{ select: { 'aria-label': t('school.people.class') } }}
          value={filters.class_id}
          onChange={(event) => onFilter({ class_id: event.target.value })}
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
        label={t('school.people.role')}
        value={filters.role}
        options={ROLES.map((value) => ({ value: value as string, label: t(`role.many.${value}`) }))}
        onChange={(role) => onFilter({ role })}
      />
    </div>
  );
}
