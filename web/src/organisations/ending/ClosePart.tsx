import { useQuery } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { texts } from '../territories/texts';
import { useDeed } from '../territories/useDeed';
import { Confirming } from './Confirming';
import { close, previewClosing, type Standing } from './server';

/** Closing: looked at first, then confirmed by the name. */
export function ClosePart({ standing: { id } }: { standing: Standing }) {
  const t = useTexts(texts);
  const { busy, run } = useDeed();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ['organisation', id, 'closing'], queryFn: () => previewClosing(id), enabled: open, staleTime: 0 });
  return (
    <Section title={t('standing.close')} hint={t('standing.close.hint')}>
      {!open && (
        <Button size="m" mode="secondary" appearance="negative" onClick={() => setOpen(true)}>
          {t('standing.close.look')}
        </Button>
      )}
      {open && error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {open && !data && !error && <LoadingState />}
      {open && data && (
        <Confirming
          preview={data}
          title={t('standing.close.will')}
          action={t('standing.close.do')}
          busy={busy}
          onConfirm={(name, reason) => void run(() => close(id, name, reason), t('standing.closed'))}
        />
      )}
    </Section>
  );
}
