import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { tryWords, type Trial } from './server';
import { texts } from './texts';
import styles from './Words.module.css';

/** What the list would find in a sentence, before somebody writes it. */
export function TryWords({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [text, setText] = useState('');
  const [trial, setTrial] = useState<Trial | null>(null);
  const ask = () =>
    tryWords(organisation, text).then(setTrial, (error: unknown) => toast(explain(error), { failed: true }));
  return (
    <Section title={t('words.try')}>
      <form
        className={styles.adding}
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <FormItem top={t('words.try.text')} htmlFor="words-try" noPadding className={styles.phrase}>
          <Input id="words-try" value={text} maxLength={1000} autoComplete="off" onChange={(event) => setText(event.target.value)} />
        </FormItem>
        <Button type="submit" size="l" mode="secondary" disabled={text.trim() === ''}>
          {t('words.try.do')}
        </Button>
      </form>
      <div role="status" className={styles.answer}>
        {trial && <Answer trial={trial} />}
      </div>
    </Section>
  );
}

function Answer({ trial }: { trial: Trial }) {
  const t = useTexts(texts);
  const nothing = trial.act === null && !trial.alert;
  return (
    <>
      {trial.found.length > 0 && <p>{t('words.try.found', { phrases: trial.found.map(({ phrase }) => `«${phrase}»`).join(', ') })}</p>}
      {trial.act && <p>{t(`words.try.${trial.act}`)}</p>}
      {trial.alert && <p>{t('words.try.alert')}</p>}
      {nothing && <p>{t('words.try.nothing')}</p>}
    </>
  );
}
