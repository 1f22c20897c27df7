import { NativeSelect } from '@vkontakte/vkui';
import { useId } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { Section } from '../../core/ui/Page';
import { Switchable } from '../../core/ui/Switchable';
import { setDigest, type Digest, type Notifications } from '../server';
import { texts } from '../texts';
import styles from './Settings.module.css';

interface Props {
  notifications: Notifications;
  change: (expected: Notifications, act: () => Promise<Notifications>) => Promise<void>;
}

const USUAL: Digest = { every: 'day', hour: 18, weekday: 1, away_hours: 24, texts: false };
const HOURS = Array.from({ length: 24 }, (_, hour): [number, string] => [hour, `${String(hour).padStart(2, '0')}:00`]);
const AWAY = [3, 8, 24, 48, 72, 168];

/** Letters for those who come rarely: when they come, and what stands in them. */
export function MailSection({ notifications, change }: Props) {
  const t = useTexts(texts);
  const { state, address, digest } = notifications.mail;
  if (state !== 'ready') {
    return (
      <Section title={t('notify.mail')}>
        <p className={styles.note}>{t(`notify.mail.${state}`)}</p>
      </Section>
    );
  }
  const set = (fresh: Digest | null) =>
    void change({ ...notifications, mail: { ...notifications.mail, digest: fresh } }, () => setDigest(fresh));
  return (
    <Section title={t('notify.mail')} hint={t('notify.mail.hint', { address })}>
      <div className={styles.fields}>
        <Choice
          label={t('notify.mail.every')}
          value={digest?.every ?? 'never'}
          options={(['never', 'day', 'week', 'away'] as const).map((every) => [every, t(`notify.mail.every.${every}`)])}
          onChange={(every) =>
            set(every === 'never' ? null : { ...(digest ?? USUAL), every: every as Digest['every'] })
          }
        />
        {digest?.every === 'week' && (
          <Choice
            label={t('notify.mail.weekday')}
            value={digest.weekday}
            options={[1, 2, 3, 4, 5, 6, 7].map((day) => [day, t(`quiet.day.${day}`)])}
            onChange={(weekday) => set({ ...digest, weekday: Number(weekday) })}
          />
        )}
        {digest !== null && digest.every !== 'away' && (
          <Choice
            label={t('notify.mail.hour')}
            value={digest.hour}
            options={HOURS}
            onChange={(hour) => set({ ...digest, hour: Number(hour) })}
          />
        )}
        {digest?.every === 'away' && (
          <Choice
            label={t('notify.mail.away')}
            value={digest.away_hours}
            options={AWAY.map((count) => [count, t('notify.mail.away.hours', { count })])}
            onChange={(hours) => set({ ...digest, away_hours: Number(hours) })}
          />
        )}
      </div>
      {digest !== null && (
        <Switchable
          title={t('notify.mail.texts')}
          checked={digest.texts}
          onChange={(on) => set({ ...digest, texts: on })}
        />
      )}
    </Section>
  );
}

interface ChoiceProps {
  label: string;
  value: string | number;
  options: [value: string | number, text: string][];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <label className={styles.field} htmlFor={id}>
      {label}
      <NativeSelect id={id} aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </NativeSelect>
    </label>
  );
}
