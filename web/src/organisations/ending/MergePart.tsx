import { useQuery } from '@tanstack/react-query';
import { FormItem, NativeSelect, Search } from '@vkontakte/vkui';
import { useDeferredValue, useState } from 'react';

import { usePages } from '../../core/api/usePages';
import { useTexts } from '../../core/i18n/useTexts';
import { Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import type { OrganisationBelow } from '../territories/server';
import styles from '../territories/Territories.module.css';
import { texts } from '../territories/texts';
import { useDeed } from '../territories/useDeed';
import { Confirming } from './Confirming';
import { merge, previewMerging, type Standing } from './server';

/** Joining to another organisation of the same territory: looked at first, then confirmed by the name. */
export function MergePart({ standing: { id, parent_id } }: { standing: Standing }) {
  const t = useTexts(texts);
  const { busy, run } = useDeed();
  const [typed, setTyped] = useState('');
  const [into, setInto] = useState<number | null>(null);
  const q = useDeferredValue(typed.trim());
  const others = usePages<OrganisationBelow>(['territories', 'organisations', parent_id], `/api/territories/${parent_id ?? 0}/organisations`, { q });
  const { data, error, refetch } = useQuery({
    queryKey: ['organisation', id, 'merging', into],
    queryFn: () => previewMerging(id, into ?? 0),
    enabled: into !== null,
    staleTime: 0,
  });
  if (parent_id === null) return null;
  const choices = (others.items ?? []).filter((one) => one.id !== id && !one.closed);
  return (
    <Section title={t('standing.merge')} hint={t('standing.merge.hint')}>
      <div className={styles.form}>
        <Search noPadding value={typed} placeholder={t('territory.search')} onChange={(event) => setTyped(event.target.value)} />
        <FormItem top={t('standing.merge.into')} htmlFor="merge-into" noPadding>
          <NativeSelect id="merge-into" value={into ?? ''} onChange={(event) => setInto(event.target.value === '' ? null : Number(event.target.value))}>
            <option value="">{t('standing.merge.choose')}</option>
            {choices.map((one) => (
              <option key={one.id} value={one.id}>
                {one.short_name || one.name}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
      </div>
      {into !== null && error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {into !== null && !data && !error && <LoadingState />}
      {into !== null && data && (
        <Confirming
          preview={data}
          title={t('standing.merge.will', { into: data.into_name })}
          action={t('standing.merge.do')}
          busy={busy}
          more={
            <>
              {data.doubled > 0 && <li>{t('standing.merge.doubled', { count: data.doubled })}</li>}
              {data.same_titles > 0 && <li>{t('standing.merge.titles', { count: data.same_titles })}</li>}
              <li>{t('standing.merge.staff_chat')}</li>
            </>
          }
          onConfirm={(name, reason) => void run(() => merge(id, into, name, reason), t('standing.merged'))}
        />
      )}
    </Section>
  );
}
