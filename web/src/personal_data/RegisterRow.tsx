import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useDates } from '../core/i18n/useDates';
import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { toast } from '../core/ui/dialogs';
import { fullName } from '../core/ui/names';
import styles from './PersonalData.module.css';
import { notePaper, type RegisterLine } from './server';
import { texts } from './texts';

interface Props {
  line: RegisterLine;
  organisation: number;
  onNoted: () => void;
}

/** One person of the register; a pupil's line also tells of the guardian, and takes a consent on paper. */
export function RegisterRow({ line, organisation, onNoted }: Props) {
  const t = useTexts(texts);
  const dates = useDates();
  const [noting, setNoting] = useState(false);
  const pupil = line.roles.includes('pupil');
  const own =
    line.own_given_at === null
      ? t('register.own.none')
      : t('register.own', { when: dates.date(line.own_given_at), version: line.own_version });
  const given = line.signed_on ?? line.guardian_given_at;
  const guardian =
    given === null
      ? t('register.guardian.none')
      : t(line.guardian_way === 'paper' ? 'register.guardian.paper' : 'register.guardian', {
          name: line.guardian_name,
          when: dates.date(given),
        });
  return (
    <div className={styles.line}>
      <p className={styles.name}>{fullName(line)}</p>
      <p className={styles.note}>{own}</p>
      {pupil && <p className={given === null ? styles.warning : styles.note}>{guardian}</p>}
      {line.erase_at && <p className={styles.warning}>{t('register.erased', { when: dates.date(line.erase_at) })}</p>}
      {pupil && given === null && !noting && (
        <Button size="s" mode="tertiary" onClick={() => setNoting(true)} aria-label={`${t('register.note')}: ${fullName(line)}`}>
          {t('register.note')}
        </Button>
      )}
      {noting && <Note line={line} organisation={organisation} onNoted={onNoted} onClose={() => setNoting(false)} />}
    </div>
  );
}

function Note({ line, organisation, onNoted, onClose }: Props & { onClose: () => void }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [name, setName] = useState('');
  const [day, setDay] = useState('');
  const id = `note-${line.person_id}`;
  const save = (event: FormEvent) => {
    event.preventDefault();
    notePaper(organisation, line.person_id, name, day).then(
      () => {
        toast(t('register.noted'));
        onClose();
        onNoted();
      },
      (reason: unknown) => toast(explain(reason), { failed: true }),
    );
  };
  return (
    <form onSubmit={save} className={styles.fields}>
      <FormItem top={t('register.note.who')} htmlFor={`${id}-who`} noPadding>
        <Input id={`${id}-who`} required maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
      </FormItem>
      <FormItem top={t('register.note.when')} htmlFor={`${id}-when`} noPadding>
        <Input id={`${id}-when`} type="date" required value={day} onChange={(event) => setDay(event.target.value)} />
      </FormItem>
      <div className={styles.buttons}>
        <Button type="submit" size="m" disabled={!name.trim() || !day}>
          {t('register.note.save')}
        </Button>
        <Button size="m" mode="tertiary" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
