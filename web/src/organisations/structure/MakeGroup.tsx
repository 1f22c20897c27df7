import { useQueryClient } from '@tanstack/react-query';
import { Button, FormItem, Input, NativeSelect } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import type { PersonHere } from '../../core/api/types';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { toast } from '../../core/ui/dialogs';
import { Page } from '../../core/ui/Page';
import { PeoplePicker } from './PeoplePicker';
import { KINDS, makeGroup, type Kind } from './server';
import styles from './Structure.module.css';
import { texts } from './texts';

export const GRADES = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** A new class, club or group; those who lead it come with it, the others are put in afterwards. */
export function MakeGroup({ id }: { id: number }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const up = `/school/organisations/${id}/groups`;
  const [kind, setKind] = useState<Kind>('club');
  const [title, setTitle] = useState('');
  const [grade, setGrade] = useState('');
  const [subject, setSubject] = useState('');
  const [leaders, setLeaders] = useState<PersonHere[]>([]);
  const [busy, setBusy] = useState(false);
  const ready = title.trim() !== '' && (kind !== 'homeroom' || grade !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    makeGroup(id, { kind, title, grade: kind === 'homeroom' ? grade : '', subject: kind === 'subject' ? subject : '', leader_ids: leaders.map((one) => one.id) })
      .then(
        (made) => {
          toast(t('groups.made', { title: made.title }));
          void cache.invalidateQueries({ queryKey: ['groups', id] });
          void cache.invalidateQueries({ queryKey: ['organisation', id] });
          navigate(`${up}/${made.id}`, { replace: true });
        },
        (error: unknown) => toast(explain(error), { failed: true }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <Page deep title={t('groups.new.title')} up={up}>
      <form className={styles.form} onSubmit={submit}>
        <FormItem top={t('groups.field.kind')} htmlFor="group-kind" noPadding>
          <NativeSelect id="group-kind" value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`groups.one.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
        <FormItem top={t('groups.field.title')} bottom={t('groups.field.title.hint')} htmlFor="group-title" noPadding>
          <Input id="group-title" maxLength={100} value={title} onChange={(event) => setTitle(event.target.value)} />
        </FormItem>
        {kind === 'homeroom' && <GradeField value={grade} onChange={setGrade} />}
        {kind === 'subject' && (
          <FormItem top={t('groups.field.subject')} htmlFor="group-subject" noPadding>
            <Input id="group-subject" maxLength={100} value={subject} onChange={(event) => setSubject(event.target.value)} />
          </FormItem>
        )}
        <PeoplePicker
          organisation={id}
          label={t(kind === 'homeroom' ? 'groups.field.leaders.homeroom' : 'groups.field.leaders')}
          who="teacher"
          most={kind === 'homeroom' ? 1 : 10}
          people={leaders}
          onChange={setLeaders}
        />
        <div className={styles.deeds}>
          <Button type="submit" size="l" loading={busy} disabled={!ready}>
            {t('groups.make')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

export function GradeField({ value, onChange }: { value: string; onChange: (grade: string) => void }) {
  const t = useTexts(texts);
  return (
    <FormItem top={t('groups.field.grade')} htmlFor="group-grade" noPadding>
      <NativeSelect id="group-grade" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">—</option>
        {GRADES.map((grade) => (
          <option key={grade} value={grade}>
            {grade}
          </option>
        ))}
      </NativeSelect>
    </FormItem>
  );
}
