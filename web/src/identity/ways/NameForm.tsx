import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useId, useState, type FormEvent } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { texts } from './texts';
import styles from './Ways.module.css';

interface Props {
  name?: string;
  action: string;
  busy?: boolean;
  onName: (name: string) => void;
  onCancel: () => void;
}

/** What a key is to be called. */
export function NameForm({ name = '', action, busy = false, onName, onCancel }: Props) {
  const t = useTexts(texts);
  const id = useId();
  const [words, setWords] = useState(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onName(words.trim());
  };
  return (
    <form onSubmit={submit} style={{ flexBasis: '100%' }}>
      <FormItem noPadding top={t('keys.name')} bottom={t('keys.name.hint')} htmlFor={id} style={{ marginTop: 12 }}>
        <Input id={id} autoFocus autoComplete="off" maxLength={60} value={words} onChange={(event) => setWords(event.target.value)} />
      </FormItem>
      <div className={styles.buttons}>
        <Button type="submit" size="m" loading={busy} disabled={!words.trim()}>
          {action}
        </Button>
        <Button size="m" mode="tertiary" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
