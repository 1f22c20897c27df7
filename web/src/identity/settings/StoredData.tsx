import { useQuery } from '@tanstack/react-query';

import { api } from '../../core/api/client';
import type { StoredSection } from '../../core/api/types';
import { useDates } from '../../core/i18n/useDates';
import { useT } from '../../core/i18n/useT';
import { Facts, Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Exactly what is stored about the person, and what each thing is for. */
export function StoredData() {
  const t = useT();
  const { data, error, refetch } = useQuery({
    queryKey: ['me', 'data'],
    queryFn: () => api.get<StoredSection[] | { items: StoredSection[] }>('/api/me/data'),
    staleTime: 0,
  });
  const dates = useDates();
  const said = (value: string) => (MOMENT.test(value) ? dates.dateTime(value) : value || '—');
  const sections = Array.isArray(data) ? data : data?.items;
  return (
    <>
      <Section title={t('data.title')} hint={t('data.hint')}>{null}</Section>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {sections?.map(({ section, title, items }) => (
        <Section key={section} title={title} hint={items.length ? undefined : t('data.nothing')}>
          <Facts items={items.map(({ name, value, purpose }) => ({ name, value: said(value), note: purpose }))} />
        </Section>
      ))}
    </>
  );
}
