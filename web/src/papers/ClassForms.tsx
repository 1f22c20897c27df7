import { Button, Checkbox, FormItem, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { toast } from '../core/ui/dialogs';
import { Section } from '../core/ui/Page';
import { ready } from './fields';
import styles from './Papers.module.css';
import { takeForms, type Facts, type Known } from './server';
import { texts } from './texts';

/** Consent forms of a whole class with everybody's names. */
export function ClassForms({ organisation, known, facts }: { organisation: number; known: Known; facts: Facts }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [chosen, choose] = useState<number | null>(null);
  const [each, setEach] = useState(false);
  const [busy, setBusy] = useState(false);
  const classId = chosen ?? known.classes[0]?.id;
  if (classId === undefined) return <Section title={t('papers.class')} hint={t('papers.class.none')}>{null}</Section>;
  const take = () => {
    setBusy(true);
    takeForms(organisation, classId, each, ready(facts))
      .catch((reason: unknown) => toast(explain(reason), { failed: true }))
      .finally(() => setBusy(false));
  };
  return (
    <Section title={t('papers.class')} hint={t('papers.class.hint')}>
      <FormItem top={t('papers.class.choose')} htmlFor="paper-class" noPadding>
        <NativeSelect id="paper-class" value={classId} onChange={(event) => choose(Number(event.target.value))}>
          {known.classes.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </NativeSelect>
      </FormItem>
      <Checkbox checked={each} onChange={(event) => setEach(event.target.checked)}>
        {t('papers.class.each')}
      </Checkbox>
      <div className={styles.buttons}>
        <Button size="m" mode="secondary" loading={busy} onClick={take}>
          {t('papers.class.take')}
        </Button>
      </div>
    </Section>
  );
}
