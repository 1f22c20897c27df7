import { Button, FormItem, Input, SimpleCell, Switch } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useExplain, useT } from '../../core/i18n/useT';
import type { PersonBrief } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { startGroup } from '../opening';
import { PeoplePicker } from './PeoplePicker';
import styles from './PeoplePicker.module.css';

/** A group: its title, its people, and whether only parents may be in it. */
export function NewGroup({ onOpen }: { onOpen: (id: number) => void }) {
  const t = useT();
  const explain = useExplain();
  const [title, setTitle] = useState('');
  const [people, setPeople] = useState<PersonBrief[]>([]);
  const [parentsOnly, setParentsOnly] = useState(false);
  const [busy, setBusy] = useState(false);
  const ready = title.trim() !== '' && people.length > 0;
  const create = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    startGroup(title.trim(), people.map((person) => person.id), parentsOnly)
      .then(onOpen, (error: unknown) => toast(explain(error), { failed: true }))
      .finally(() => setBusy(false));
  };
  return (
    <form className={styles.form} onSubmit={create}>
      <FormItem top={t('new.group.title')} htmlFor="new-group-title">
        <Input id="new-group-title" value={title} maxLength={100} autoFocus onChange={(event) => setTitle(event.target.value)} />
      </FormItem>
      <SimpleCell
        Component="label"
        subtitle={t('new.parents_only.hint')}
        after={<Switch aria-label={t('new.parents_only')} checked={parentsOnly} onChange={(event) => setParentsOnly(event.target.checked)} />}
      >
        {t('new.parents_only')}
      </SimpleCell>
      <PeoplePicker chosen={people} onChange={setPeople} />
      <div className={styles.foot}>
        <Button type="submit" size="l" stretched disabled={!ready} loading={busy}>
          {t('new.group.create')}
        </Button>
      </div>
    </form>
  );
}
