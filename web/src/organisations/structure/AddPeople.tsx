import { useQueryClient } from '@tanstack/react-query';
import { Button, FormItem, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import { ApiError } from '../../core/api/error';
import type { PersonHere } from '../../core/api/types';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { PeoplePicker } from './PeoplePicker';
import { putIn, type Group, type PlaceRole } from './server';
import styles from './Structure.module.css';
import { texts } from './texts';

/** Search, choose several, put them in at once. */
export function AddPeople({ organisation, group }: { organisation: number; group: Group }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const roles: PlaceRole[] = group.kind === 'community' ? ['member', 'teacher'] : ['pupil', 'teacher'];
  const [role, setRole] = useState<PlaceRole>(roles[0] ?? 'pupil');
  const [people, setPeople] = useState<PersonHere[]>([]);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const add = async (transfer: boolean): Promise<void> => {
    const ids = people.map((one) => one.id);
    try {
      await putIn(organisation, group.id, ids, role, transfer);
      toast(t('group.added', { count: ids.length }));
      setPeople([]);
      setOpen(false);
      await cache.invalidateQueries({ queryKey: ['groups', organisation] });
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'in_other_class') || transfer) {
        toast(explain(error), { failed: true });
      } else if (await confirm({ title: t('group.transfer.ask'), text: t('group.transfer.text'), action: t('group.transfer') })) {
        await add(true);
      }
    }
  };
  const submit = () => {
    setBusy(true);
    void add(false).finally(() => setBusy(false));
  };
  if (!open) {
    return (
      <div className={styles.bar}>
        <Button size="m" onClick={() => setOpen(true)}>
          {t('group.add.title')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.form}>
      <FormItem top={t('group.add.role')} htmlFor="member-role" noPadding>
        <NativeSelect id="member-role" value={role} onChange={(event) => (setRole(event.target.value as PlaceRole), setPeople([]))}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`group.role.${one}`)}
            </option>
          ))}
        </NativeSelect>
      </FormItem>
      <PeoplePicker organisation={organisation} label={t('group.add.title')} who={role === 'pupil' ? 'pupil' : 'teacher'} people={people} onChange={setPeople} />
      <div className={styles.deeds}>
        <Button size="m" loading={busy} disabled={people.length === 0} onClick={submit}>
          {t('group.add')}
        </Button>
        <Button size="m" mode="tertiary" onClick={() => setOpen(false)}>
          {t('action.cancel')}
        </Button>
      </div>
    </div>
  );
}
