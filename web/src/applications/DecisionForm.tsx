import { useQueryClient } from '@tanstack/react-query';
import { Button, FormItem, Textarea } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { confirm, toast } from '../core/ui/dialogs';
import { phoneInWords } from '../core/ui/names';
import { Section } from '../core/ui/Page';
import styles from './Applications.module.css';
import { applicationsChanged, decide, keyOf, type Application, type Outcome } from './server';
import { texts } from './texts';

/** Approve, return with a reason, decline with a reason. */
export function DecisionForm({ application: one }: { application: Application }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const silent = reason.trim() === '';
  const end = async (outcome: Outcome) => {
    if (outcome !== 'returned') {
      const what = outcome === 'approved' ? 'decide.approve' : 'decide.decline';
      const text = t(`${what}.text`, { name: one.short_name, phone: phoneInWords(one.phone ?? '') });
      if (!(await confirm({ title: t(`${what}.ask`), text, action: t(what), destructive: outcome === 'declined' }))) return;
    }
    setBusy(true);
    try {
      cache.setQueryData(keyOf(one.id), await decide(one.id, outcome, outcome === 'approved' ? '' : reason));
      toast(t(`decide.done.${outcome}`));
      if (outcome === 'approved') void cache.invalidateQueries({ queryKey: ['organisations'] });
    } catch (error) {
      toast(explain(error), { failed: true });
    } finally {
      applicationsChanged();
      setBusy(false);
    }
  };
  return (
    <Section title={t('decide.title')}>
      <FormItem top={t('decide.reason')} bottom={t('decide.reason.hint')} htmlFor="application-reason" noPadding>
        <Textarea id="application-reason" maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </FormItem>
      <div className={styles.deeds}>
        <Button size="l" loading={busy} onClick={() => void end('approved')}>
          {t('decide.approve')}
        </Button>
        <Button size="l" mode="secondary" disabled={silent || busy} onClick={() => void end('returned')}>
          {t('decide.return')}
        </Button>
        <Button size="l" mode="secondary" appearance="negative" disabled={silent || busy} onClick={() => void end('declined')}>
          {t('decide.decline')}
        </Button>
      </div>
    </Section>
  );
}
