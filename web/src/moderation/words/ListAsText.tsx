import { Button, FormItem, Textarea } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { importWords, wordsChanged, wordsPath } from './server';
import { texts } from './texts';
import styles from './Words.module.css';

/** The whole list as a text: loaded from one, saved as one. */
export function ListAsText({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [text, setText] = useState('');
  const [unread, setUnread] = useState<number[]>([]);
  const load = async (replace: boolean) => {
    const question = { title: t('words.text.replace.ask'), action: t('words.text.replace'), destructive: true };
    if (replace && !(await confirm(question))) return;
    try {
      const { changed, unread_lines } = await importWords(organisation, text, replace);
      setUnread(unread_lines);
      toast(t('words.text.loaded', { count: changed }));
      if (unread_lines.length === 0) setText('');
      await wordsChanged();
    } catch (error) {
      toast(explain(error), { failed: true });
    }
  };
  return (
    <Section title={t('words.text')} hint={t('words.text.hint')}>
      <FormItem top={t('words.text.label')} htmlFor="words-text" noPadding className={styles.text}>
        <Textarea
          id="words-text"
          value={text}
          rows={4}
          maxLength={200_000}
          placeholder={t('words.text.example')}
          onChange={(event) => setText(event.target.value)}
        />
      </FormItem>
      <p role="status" className={styles.unread}>
        {unread.length > 0 && t('words.text.unread', { lines: unread.join(', ') })}
      </p>
      <div className={styles.buttons}>
        <Button size="m" disabled={text.trim() === ''} onClick={() => void load(false)}>
          {t('words.text.load')}
        </Button>
        <Button size="m" mode="secondary" disabled={text.trim() === ''} onClick={() => void load(true)}>
          {t('words.text.replace')}
        </Button>
        <Button size="m" mode="tertiary" Component="a" href={`${wordsPath(organisation)}/text`} download="words.txt">
          {t('words.text.save')}
        </Button>
      </div>
    </Section>
  );
}
