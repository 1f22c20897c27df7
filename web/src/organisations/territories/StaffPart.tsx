import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm } from '../../core/ui/dialogs';
import { fullName } from '../../core/ui/names';
import { PartTitle, Section } from '../../core/ui/Page';
import { appoint, dismiss, type StaffMember, type Territory } from './server';
import styles from './Territories.module.css';
import { texts } from './texts';
import { useDeed } from './useDeed';

const FIELDS = [
  ['family_name', 60],
  ['given_name', 60],
  ['patronymic', 60],
  ['phone', 40],
] as const;
const BLANK = { family_name: '', given_name: '', patronymic: '', phone: '' };

/** Who looks after a territory; the operator appoints and dismisses. */
export function StaffPart({ territory }: { territory: Territory }) {
  const t = useTexts(texts);
  return (
    <Section title={t('territory.staff')} hint={t('territory.staff.hint')}>
      {territory.staff.length === 0 && <p className={styles.note}>{t('territory.staff.none')}</p>}
      <ul className={styles.list}>
        {territory.staff.map((one) => (
          <Member key={one.id} territory={territory} one={one} />
        ))}
      </ul>
      {territory.editable && <Appointing id={territory.id} />}
    </Section>
  );
}

function Member({ territory, one }: { territory: Territory; one: StaffMember }) {
  const t = useTexts(texts);
  const dates = useDates();
  const { busy, run } = useDeed();
  const name = fullName(one);
  const end = async () => {
    const question = { title: t('territory.dismiss.ask'), text: t('territory.dismiss.text', { name }), action: t('territory.dismiss'), destructive: true };
    if (await confirm(question)) await run(() => dismiss(territory.id, one.id), t('territory.saved'));
  };
  return (
    <li className={styles.card}>
      <span className={styles.name}>{name}</span>
      <span className={styles.small}>{one.claimed ? dates.date(one.appointed_at) : t('territory.staff.unclaimed')}</span>
      {territory.editable && (
        <Button size="s" mode="tertiary" appearance="negative" loading={busy} aria-label={`${t('territory.dismiss')}: ${name}`} onClick={() => void end()}>
          {t('territory.dismiss')}
        </Button>
      )}
    </li>
  );
}

function Appointing({ id }: { id: number }) {
  const t = useTexts(texts);
  const { busy, run } = useDeed();
  const [staff, setStaff] = useState(BLANK);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run(() => appoint(id, staff), t('territory.appointed'))) setStaff(BLANK);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <PartTitle className={styles.name}>{t('territory.appoint.title')}</PartTitle>
      <div className={styles.row}>
        {FIELDS.map(([field, most]) => (
          <FormItem key={field} top={t(`territory.${field}`)} htmlFor={`staff-${field}`} noPadding>
            <Input
              id={`staff-${field}`}
              type={field === 'phone' ? 'tel' : 'text'}
              autoComplete="off"
              maxLength={most}
              value={staff[field]}
              onChange={(event) => setStaff({ ...staff, [field]: event.target.value })}
            />
          </FormItem>
        ))}
      </div>
      <div className={styles.deeds}>
        <Button type="submit" size="m" mode="secondary" loading={busy} disabled={!(staff.family_name.trim() && staff.given_name.trim() && staff.phone.trim())}>
          {t('territory.appoint')}
        </Button>
      </div>
    </form>
  );
}
