import { FormItem, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import type { Organisation } from '../../core/api/types';
import { usePages } from '../../core/api/usePages';
import { useTexts } from '../../core/i18n/useTexts';
import { Chips } from '../../core/ui/Chips';
import { Page } from '../../core/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { CrisisSettings } from './CrisisSettings';
import { NotedList } from './NotedList';
import { texts } from './texts';
import { WordList } from './WordList';

const VIEWS = ['list', 'noted', 'alerts'] as const;

/** «Слова под присмотром»: the list of an organisation, what it has noted, and whom crisis words call. */
export default function WordsPage() {
  const t = useTexts(texts);
  const organisations = usePages<Organisation>(['organisations'], '/api/organisations');
  const [chosen, choose] = useState<number | null>(null);
  const [view, setView] = useState<(typeof VIEWS)[number]>('list');
  const { items, error } = organisations;
  const id = chosen ?? items?.[0]?.id;
  return (
    <Page
      title={t('words.title')}
      up="/school"
      below={
        <Chips
          label={t('words.view')}
          options={VIEWS.map((value) => ({ value, label: t(`words.${value}`) }))}
          value={view}
          onChange={setView}
        />
      }
    >
      {error && !items && <ErrorState error={error} onRetry={() => void organisations.refetch()} />}
      {!items && !error && <LoadingState />}
      {items?.length === 0 && <EmptyState title={t('words.none')} />}
      {items && items.length > 1 && (
        <FormItem top={t('words.organisation')} htmlFor="words-organisation">
          <NativeSelect id="words-organisation" value={id} onChange={(event) => choose(Number(event.target.value))}>
            {items.map((one) => (
              <option key={one.id} value={one.id}>
                {one.short_name || one.name}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
      )}
      {id !== undefined && view === 'list' && <WordList key={id} organisation={id} />}
      {id !== undefined && view === 'noted' && <NotedList key={id} organisation={id} />}
      {id !== undefined && view === 'alerts' && <CrisisSettings key={id} organisation={id} />}
    </Page>
  );
}
