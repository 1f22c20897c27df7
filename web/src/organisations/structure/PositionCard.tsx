import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useId, useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { endRole, getPositions, writePosition, type Appointment } from './server';
import styles from './Structure.module.css';
import { texts } from './texts';

interface Props {
  organisation: number;
  personId: number;
  role: Appointment['role'];
  position: string;
  subject: string;
  onDone: () => void;
}

/** The position of one who works here, and the field «Предмет». */
export function PositionForm({ organisation, personId, role, position, subject, onDone }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const id = useId();
  const [draft, setDraft] = useState({ position, subject });
  const { data } = useQuery({ queryKey: ['positions', organisation], queryFn: () => getPositions(organisation) });
  const save = () =>
    writePosition(organisation, personId, { role, ...draft })
      .then(
        () => toast(t('position.saved')),
        (error: unknown) => toast(explain(error), { failed: true }),
      )
      .then(() => Promise.all([cache.invalidateQueries({ queryKey: ['roles'] }), cache.invalidateQueries({ queryKey: ['person', personId] })]))
      .then(onDone);
  return (
    <>
      <div className={styles.fields}>
        <FormItem top={t('position.position')} bottom={t('position.position.hint')} htmlFor={`${id}-position`} noPadding>
          <Input id={`${id}-position`} list={`${id}-known`} maxLength={100} value={draft.position} onChange={(event) => setDraft({ ...draft, position: event.target.value })} />
          <datalist id={`${id}-known`}>
            {data?.items.map((one) => (
              <option key={one.position} value={one.position}>
                {one.name}
              </option>
            ))}
          </datalist>
        </FormItem>
        <FormItem top={t('position.subject')} htmlFor={`${id}-subject`} noPadding>
          <Input id={`${id}-subject`} maxLength={100} value={draft.subject} onChange={(event) => setDraft({ ...draft, subject: event.target.value })} />
        </FormItem>
      </div>
      <div className={styles.deeds}>
        <Button size="s" onClick={() => void save()}>
          {t('position.save')}
        </Button>
        <Button size="s" mode="tertiary" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      </div>
    </>
  );
}

/** «Больше не здесь»: the role ends, and with it everything that hung on it. */
export function EndRole({ organisation, personId, role, name }: { organisation: number; personId: number; role: string; name: string }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const end = async () => {
    const agreed = await confirm({ title: t('position.leave.ask', { role: t(`role.${role}`) }), text: t('position.leave.text', { name }), action: t('position.leave'), destructive: true });
    if (!agreed) return;
    await endRole(organisation, personId, role).then(
      () => toast(t('position.left')),
      (error: unknown) => toast(explain(error), { failed: true }),
    );
    await Promise.all([cache.invalidateQueries({ queryKey: ['roles'] }), cache.invalidateQueries({ queryKey: ['person', personId] })]);
  };
  return (
    <Button size="s" mode="tertiary" appearance="negative" onClick={() => void end()}>
      {t('position.leave')}
    </Button>
  );
}
