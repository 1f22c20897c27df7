import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState, type FormEvent, type ReactNode } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import styles from '../territories/Territories.module.css';
import { texts } from '../territories/texts';
import type { EndingPreview } from './server';

interface Props {
  preview: EndingPreview;
  title: string;
  action: string;
  busy: boolean;
  more?: ReactNode;
  onConfirm: (name: string, reason: string) => void;
}

/** What will happen, in numbers, and the name to be typed before it does. */
export function Confirming({ preview, title, action, busy, more, onConfirm }: Props) {
  const t = useTexts(texts);
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm(name, reason);
  };
  const { people, pupils, parents, teachers, classes, invites } = preview;
  return (
    <form className={styles.form} onSubmit={submit}>
      <span className={styles.name}>{title}</span>
      <ul className={styles.will}>
        <li>{t('standing.people', { count: people, pupils, parents, teachers })}</li>
        <li>{t('standing.classes', { count: classes })}</li>
        <li>{t('standing.chats', { count: preview.belongings['chats'] ?? 0 })}</li>
        {invites > 0 && <li>{t('standing.invites', { count: invites })}</li>}
        {more}
      </ul>
      <FormItem top={t('standing.type_name', { name: preview.name })} htmlFor="ending-name" noPadding>
        <Input id="ending-name" autoComplete="off" maxLength={300} value={name} onChange={(event) => setName(event.target.value)} />
      </FormItem>
      <FormItem top={t('standing.reason')} htmlFor="ending-reason" noPadding>
        <Input id="ending-reason" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
      </FormItem>
      <div className={styles.deeds}>
        <Button type="submit" size="m" appearance="negative" loading={busy} disabled={name.trim() === ''}>
          {action}
        </Button>
      </div>
    </form>
  );
}
