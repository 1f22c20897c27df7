import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, FormItem, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { EndRole, PositionForm } from '../structure/PositionCard';
import styles from './Invites.module.css';
import { ChildField, ClassField } from './PlaceFields';
import { changeRole, confirmTeacher, getPlaces, getRoles, withdrawConfirmation, type RoleChange, type RoleHeld } from './server';
import { texts } from './texts';

type SchoolRole = RoleChange['old'];
const ROLES: SchoolRole[] = ['pupil', 'parent', 'teacher'];
const isSchoolRole = (role: string): role is SchoolRole => (ROLES as string[]).includes(role);

/** What somebody is in a school I administer, and the way to put it right. */
export default function RoleCard({ organisation, personId, name }: { organisation: number; personId: number; name: string }) {
  const t = useTexts(texts);
  const { data } = useQuery({ queryKey: ['roles', organisation, personId], queryFn: () => getRoles(organisation, personId) });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('roles.title')}>
      <ul className={styles.list}>
        {data.items.map((held) => (
          <li key={held.role} className={styles.card}>
            <Held organisation={organisation} personId={personId} name={name} held={held} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Held({ organisation, personId, name, held }: { organisation: number; personId: number; name: string; held: RoleHeld }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const [changing, setChanging] = useState(false);
  const [writing, setWriting] = useState(false);
  const done = (work: Promise<unknown>) =>
    work
      .catch((error: unknown) => toast(explain(error), { failed: true }))
      .then(() => Promise.all([cache.invalidateQueries({ queryKey: ['roles'] }), cache.invalidateQueries({ queryKey: ['person', personId] })]));
  const withdraw = async () => {
    const agreed = await confirm({ title: t('roles.withdraw.ask'), text: t('roles.withdraw.text'), action: t('roles.withdraw'), destructive: true });
    if (agreed) await done(withdrawConfirmation(organisation, personId));
  };
  const teacher = held.role === 'teacher';
  const said = [
    held.position || t(`role.${held.role}`),
    held.subject,
    teacher && t(held.confirmed ? 'roles.confirmed' : 'roles.unconfirmed'),
    held.of_roster && t('roles.of_roster'),
  ];
  if (changing && isSchoolRole(held.role)) {
    return <Change organisation={organisation} old={held.role} onDone={(change) => void (change ? done(changeRole(organisation, personId, change).then(() => toast(t('roles.changed')))) : null, setChanging(false))} />;
  }
  if (writing && (held.role === 'teacher' || held.role === 'administrator')) {
    return <PositionForm organisation={organisation} personId={personId} role={held.role} position={held.position} subject={held.subject} onDone={() => setWriting(false)} />;
  }
  return (
    <>
      <p className={styles.who}>{said.filter(Boolean).join(' · ')}</p>
      <div className={styles.buttons}>
        {teacher && !held.confirmed && (
          <Button size="s" onClick={() => void done(confirmTeacher(organisation, personId))}>
            {t('roles.confirm')}
          </Button>
        )}
        {teacher && held.confirmed && !held.of_roster && (
          <Button size="s" mode="secondary" appearance="negative" onClick={() => void withdraw()}>
            {t('roles.withdraw')}
          </Button>
        )}
        {isSchoolRole(held.role) && !held.of_roster && (
          <Button size="s" mode="secondary" onClick={() => setChanging(true)}>
            {t('roles.change')}
          </Button>
        )}
        {!isSchoolRole(held.role) || teacher ? (
          <Button size="s" mode="secondary" onClick={() => setWriting(true)}>
            {t('roles.position')}
          </Button>
        ) : null}
        {isSchoolRole(held.role) && !held.of_roster && <EndRole organisation={organisation} personId={personId} role={held.role} name={name} />}
      </div>
    </>
  );
}

function Change({ organisation, old, onDone }: { organisation: number; old: SchoolRole; onDone: (change: RoleChange | null) => void }) {
  const t = useTexts(texts);
  const others = ROLES.filter((role) => role !== old);
  const [wanted, setWanted] = useState<SchoolRole>(others[0] ?? 'parent');
  const [classId, setClassId] = useState<number | null>(null);
  const [childId, setChildId] = useState<number | null>(null);
  const { data: places } = useQuery({ queryKey: ['invites', organisation, 'places'], queryFn: () => getPlaces(organisation) });
  const ready = wanted === 'teacher' || (wanted === 'pupil' ? classId !== null : childId !== null);
  const change: RoleChange = { old, new: wanted, class_id: wanted === 'pupil' ? classId : null, child_id: wanted === 'parent' ? childId : null, relation: 'parent', subject: '' };
  return (
    <>
      <FormItem top={t('roles.change.to')} bottom={t('roles.change.text')} htmlFor="wanted-role" noPadding>
        <NativeSelect id="wanted-role" value={wanted} onChange={(event) => setWanted(event.target.value as SchoolRole)}>
          {others.map((role) => (
            <option key={role} value={role}>
              {t(`role.${role}`)}
            </option>
          ))}
        </NativeSelect>
      </FormItem>
      {wanted !== 'teacher' && places && <ClassField places={places} value={classId} onChange={(id) => (setClassId(id), setChildId(null))} />}
      {wanted === 'parent' && classId !== null && <ChildField organisation={organisation} classId={classId} value={childId} onChange={setChildId} />}
      <div className={styles.buttons}>
        <Button size="s" disabled={!ready} onClick={() => onDone(change)}>
          {t('roles.change')}
        </Button>
        <Button size="s" mode="tertiary" onClick={() => onDone(null)}>
          {t('action.cancel')}
        </Button>
      </div>
    </>
  );
}
