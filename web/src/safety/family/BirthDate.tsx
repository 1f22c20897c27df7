import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState } from 'react';

import { api } from '../../core/api/client';
import { isProblem } from '../../core/api/error';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { ErrorState } from '../../core/ui/states';
import { childPath } from './server';
import { texts } from './texts';

/** A pupil's birth date, for the staff who answer for the child: at eighteen guardianship ends by itself. */
export default function BirthDate({ child }: { child: number }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const key = ['child', child, 'birth-date'];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: () => api.get<{ born_on: string | null }>(`${childPath(child)}/birth-date`),
    retry: false,
  });
  const [typed, type] = useState<string | null>(null);
  if (isProblem(error, 'not_found')) return null;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const value = typed ?? data.born_on ?? '';
  const save = async () => {
    if (!(await confirm({ title: t('born.ask'), text: t('born.hint'), action: t('born.save') }))) return;
    await api.put(`${childPath(child)}/birth-date`, { born_on: value }).then(
      () => toast(t('born.saved')),
      (failure: unknown) => toast(explain(failure), { failed: true }),
    );
    await cache.invalidateQueries({ queryKey: key });
  };
  return (
    <Section title={t('born.title')} hint={t('born.hint')}>
      <FormItem top={t('born.title')} htmlFor={`born-${child}`} noPadding>
        <Input id={`born-${child}`} type="date" value={value} onChange={(event) => type(event.target.value)} />
      </FormItem>
      <Button size="m" mode="secondary" disabled={value === '' || value === data.born_on} onClick={() => void save()}>
        {t('born.save')}
      </Button>
    </Section>
  );
}
