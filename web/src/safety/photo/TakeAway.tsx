import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { api } from '../../core/api/client';
import { queries } from '../../core/api/query';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import { displayName } from '../../core/ui/names';
import { Section } from '../../core/ui/Page';
import type { Nameable } from '../../core/ui/PersonName';
import styles from './TakeAway.module.css';
import { texts } from './texts';

interface Props {
  organisation: number;
  person: Nameable & { id: number };
}

/** Takes somebody's photograph away, for a reason that stays in the log. */
export default function TakeAway({ organisation, person }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const take = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await api.post(`/api/organisations/${organisation}/people/${person.id}/portrait-removal`, { reason });
      toast(t('removed'));
      const stale = [['portraits'], ['person', person.id]];
      await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
    } catch (error) {
      toast(explain(error), { failed: true });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={t('title')}>
      {!open && (
        <Button size="m" mode="tertiary" appearance="negative" aria-label={t('remove.of', { name: displayName(person) })} onClick={() => setOpen(true)}>
          {t('remove')}
        </Button>
      )}
      {open && (
        <form className={styles.take} onSubmit={(event) => void take(event)}>
          <FormItem top={t('why')} htmlFor="take-photo-why" noPadding>
            <Input id="take-photo-why" required maxLength={300} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
          </FormItem>
          <div className={styles.buttons}>
            <Button type="submit" size="m" appearance="negative" loading={busy} disabled={reason.trim() === ''}>
              {t('remove')}
            </Button>
            <Button size="m" mode="tertiary" disabled={busy} onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </Section>
  );
}
