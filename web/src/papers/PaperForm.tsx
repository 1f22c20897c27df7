import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useEffect, useState } from 'react';

import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { Chips } from '../core/ui/Chips';
import { toast } from '../core/ui/dialogs';
import { Section } from '../core/ui/Page';
import { ErrorState, LoadingState } from '../core/ui/states';
import { ClassForms } from './ClassForms';
import { FactFields } from './FactFields';
import { ready } from './fields';
import styles from './Papers.module.css';
import { previewPaper, takePaper, type Facts, type Kind, type Known } from './server';
import { Sheet } from './Sheet';
import { texts } from './texts';

const KINDS: Kind[] = ['order', 'notice', 'site', 'consent_guardian', 'consent_staff'];
const PAUSE = 400;

/** Choosing a paper, filling it in, seeing it, taking it. */
export function PaperForm({ organisation, known }: { organisation: number; known: Known }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [kind, setKind] = useState<Kind>('order');
  const [facts, setFacts] = useState<Facts>({ ...known.facts, date: today() });
  const [busy, setBusy] = useState<'docx' | 'pdf' | null>(null);
  const typed = useSettled(ready(facts));
  const preview = useQuery({
    queryKey: ['paper', organisation, kind, typed],
    queryFn: () => previewPaper(organisation, kind, typed),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const take = (format: 'docx' | 'pdf') => {
    setBusy(format);
    takePaper(organisation, kind, format, ready(facts))
      .catch((reason: unknown) => toast(explain(reason), { failed: true }))
      .finally(() => setBusy(null));
  };
  return (
    <>
      <div className={styles.kinds}>
        <Chips
          label={t('papers.kind')}
          options={KINDS.map((value) => ({ value, label: t(`papers.kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      <Section title={t('papers.fields')} hint={t('papers.hint')}>
        <FactFields kind={kind} known={known} facts={facts} onChange={setFacts} />
        <div className={styles.buttons}>
          {(['docx', 'pdf'] as const).map((format) => (
            <Button key={format} size="m" mode={format === 'docx' ? 'primary' : 'secondary'} loading={busy === format} onClick={() => take(format)}>
              {t(`papers.${format}`)}
            </Button>
          ))}
        </div>
      </Section>
      {kind === 'consent_guardian' && <ClassForms organisation={organisation} known={known} facts={facts} />}
      <Section title={t('papers.preview')}>
        {preview.isPending && <LoadingState />}
        {preview.error && !preview.data && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.data && <Sheet paper={preview.data} label={preview.data.title} />}
      </Section>
    </>
  );
}

/** What has not changed for a moment: the server is not asked at every letter. */
function useSettled(facts: Facts): Facts {
  const [settled, settle] = useState(facts);
  const written = JSON.stringify(facts);
  useEffect(() => {
    const timer = setTimeout(() => settle(JSON.parse(written) as Facts), PAUSE);
    return () => clearTimeout(timer);
  }, [written]);
  return settled;
}

function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
