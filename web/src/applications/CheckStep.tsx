import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { toast } from '../core/ui/dialogs';
import { phoneInWords } from '../core/ui/names';
import { Facts } from '../core/ui/Page';
import styles from './Applications.module.css';
import { useForm } from './form';
import { applicationsChanged, keyOf, submit } from './server';
import { texts } from './texts';

/** Everything at a glance, what is still to be mended, and the button that sends it. */
export function CheckStep() {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const { application, draft, goTo } = useForm();
  const [busy, setBusy] = useState(false);
  const { fields } = draft;
  const send = async () => {
    setBusy(true);
    try {
      await draft.flush();
      const sent = await submit(application.id);
      toast(t('wizard.sent'));
      cache.setQueryData(keyOf(application.id), sent);
      applicationsChanged();
    } catch (error) {
      toast(explain(error), { failed: true });
      void cache.invalidateQueries({ queryKey: keyOf(application.id) });
    } finally {
      setBusy(false);
    }
  };
  const facts: [string, string][] = [
    [t('field.name'), fields.name],
    [t('field.type'), t(`type.${fields.type}`)],
    [t('decide.numbers'), [fields.inn, fields.kpp, fields.ogrn].filter(Boolean).join(' · ')],
    [t('decide.place'), [...application.path.map(({ name }) => name), fields.settlement].filter(Boolean).join(', ')],
    [t('decide.who'), [fields.family_name, fields.given_name, fields.patronymic].filter(Boolean).join(' ')],
    [t('field.phone'), phoneInWords(fields.phone)],
    [t('field.email'), fields.email],
    [t('field.file_id'), application.file?.name ?? ''],
  ];
  const { problems } = application;
  return (
    <>
      <Facts items={facts.map(([name, value]) => ({ name, value: value || '—' }))} />
      {problems.length > 0 && (
        <>
          <p className={styles.warn}>{t('wizard.left', { count: problems.length })}</p>
          <ul className={styles.problems}>
            {problems.map(({ field, code, detail }) => (
              <li key={`${field} ${code}`}>
                <button type="button" className={styles.problem} onClick={() => goTo(field)}>
                  {t(`field.${field}`)}
                  <span>{detail}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button size="l" stretched loading={busy} disabled={problems.length > 0 || draft.saving === 'saving'} onClick={() => void send()}>
        {t('wizard.send')}
      </Button>
    </>
  );
}
