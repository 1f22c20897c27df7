import { useQuery } from '@tanstack/react-query';
import { FormItem, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import { useTexts } from '../core/i18n/useTexts';
import { Page } from '../core/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '../core/ui/states';
import { usePlaces } from '../personal_data/usePlaces';
import { PaperForm } from './PaperForm';
import { getKnown } from './server';
import { texts } from './texts';

/** The papers a school signs, for whoever administers it. */
export default function PapersPage() {
  const t = useTexts(texts);
  const { places, error, refetch } = usePlaces();
  const [chosen, choose] = useState<number | null>(null);
  const id = chosen ?? places?.[0]?.id;
  return (
    <Page title={t('papers.title')} up="/school">
      {error && !places && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!places && !error && <LoadingState />}
      {places && id === undefined && <EmptyState title={t('papers.empty')} />}
      {places && places.length > 1 && (
        <FormItem top={t('papers.organisation_choice')} htmlFor="papers-place" noPadding>
          <NativeSelect id="papers-place" value={id} onChange={(event) => choose(Number(event.target.value))}>
            {places.map((place) => (
              <option key={place.id} value={place.id}>
                {place.name}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
      )}
      {id !== undefined && <Known key={id} id={id} />}
    </Page>
  );
}

function Known({ id }: { id: number }) {
  const { data, error, refetch } = useQuery({ queryKey: ['papers', id], queryFn: () => getKnown(id), staleTime: Infinity });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? <PaperForm organisation={id} known={data} /> : <LoadingState />;
}
