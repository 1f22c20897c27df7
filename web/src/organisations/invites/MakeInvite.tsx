import { useQueryClient } from '@tanstack/react-query';
import { Button, FormItem, Input, NativeSelect, SimpleCell, Switch } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { toast } from '../../core/ui/dialogs';
import styles from './Invites.module.css';
import { MadeCard } from './MadeCard';
import { ChildField, ClassField } from './PlaceFields';
import { makeInvite, type MadeInvite, type NewInvite, type PlacesToInvite } from './server';
import { texts } from './texts';

const ROLES: NewInvite['role'][] = ['pupil', 'parent', 'teacher', 'administrator'];
const DAYS = [1, 7, 30, 90, 365];
const USES = [1, 5, 30, 100];

type Draft = Required<Pick<NewInvite, 'role' | 'subject' | 'note' | 'days' | 'most_uses' | 'approval'>> & { class_id: number | null; child_id: number | null };

const BLANK: Draft = { role: 'pupil', class_id: null, child_id: null, subject: '', note: '', days: 30, most_uses: 1, approval: true };

/** Whom to invite, for how long, how many; then the code. */
export function MakeInvite({ id, places }: { id: number; places: PlacesToInvite }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const only = places.classes.length === 1 ? (places.classes[0]?.id ?? null) : null;
  const [draft, setDraft] = useState<Draft>({ ...BLANK, class_id: only });
  const [made, setMade] = useState<MadeInvite | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const { role, class_id, child_id } = draft;
  const ready = role === 'pupil' ? class_id !== null : role !== 'parent' || child_id !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    makeInvite(id, { ...draft, class_id: role === 'pupil' ? class_id : null, child_id: role === 'parent' ? child_id : null })
      .then(
        (fresh) => {
          setMade(fresh);
          void cache.invalidateQueries({ queryKey: ['invites', id, 'made'] });
        },
        (error: unknown) => toast(explain(error), { failed: true }),
      )
      .finally(() => setBusy(false));
  };
  if (made !== null) return <Shown id={id} made={made} onMore={() => setMade(null)} />;
  return (
    <form className={styles.form} onSubmit={submit}>
      <FormItem top={t('invites.role')} htmlFor="invite-role" noPadding>
        <NativeSelect id="invite-role" value={role} onChange={(event) => set({ role: event.target.value as Draft['role'] })}>
          {ROLES.filter((one) => (one === 'administrator' ? places.appoints : places.administers || one !== 'teacher')).map((one) => (
            <option key={one} value={one}>
              {t(`invites.role.${one}`)}
            </option>
          ))}
        </NativeSelect>
      </FormItem>
      {(role === 'pupil' || role === 'parent') && <ClassField places={places} value={class_id} onChange={(value) => set({ class_id: value, child_id: null })} />}
      {role === 'parent' && class_id !== null && <ChildField organisation={id} classId={class_id} value={child_id} onChange={(value) => set({ child_id: value })} />}
      {role === 'teacher' && (
        <FormItem top={t('invites.subject')} htmlFor="invite-subject" noPadding>
          <Input id="invite-subject" maxLength={100} value={draft.subject} onChange={(event) => set({ subject: event.target.value })} />
        </FormItem>
      )}
      <Terms draft={draft} set={set} />
      <div className={styles.foot}>
        <Button type="submit" size="l" loading={busy} disabled={!ready}>
          {t('invites.make')}
        </Button>
      </div>
    </form>
  );
}

function Terms({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const t = useTexts(texts);
  return (
    <>
      <div className={styles.fields}>
        <FormItem top={t('invites.days')} htmlFor="invite-days" noPadding>
          <NativeSelect id="invite-days" value={draft.days} onChange={(event) => set({ days: Number(event.target.value) })}>
            {DAYS.map((days) => (
              <option key={days} value={days}>
                {t('invites.days.one', { days })}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
        <FormItem top={t('invites.most')} htmlFor="invite-most" noPadding>
          <NativeSelect id="invite-most" value={draft.most_uses} onChange={(event) => set({ most_uses: Number(event.target.value) })}>
            {USES.map((uses) => (
              <option key={uses} value={uses}>
                {uses}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
      </div>
      <FormItem top={t('invites.note')} bottom={t('invites.note.hint')} htmlFor="invite-note" noPadding>
        <Input id="invite-note" maxLength={200} value={draft.note} onChange={(event) => set({ note: event.target.value })} />
      </FormItem>
      <SimpleCell
        Component="label"
        multiline
        subtitle={t('invites.ask.hint')}
        after={<Switch aria-label={t('invites.ask')} checked={draft.approval} onChange={(event) => set({ approval: event.target.checked })} />}
      >
        {t('invites.ask')}
      </SimpleCell>
    </>
  );
}

function Shown({ id, made, onMore }: { id: number; made: MadeInvite; onMore: () => void }) {
  const t = useTexts(texts);
  return (
    <MadeCard
      made={made}
      after={
        <>
          <Button size="m" mode="secondary" onClick={onMore}>
            {t('invites.another')}
          </Button>
          <Button size="m" mode="tertiary" onClick={() => navigate(`/school/organisations/${id}/invites`)}>
            {t('invites.done')}
          </Button>
        </>
      }
    />
  );
}
