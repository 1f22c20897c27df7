import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { serverNow } from '../../core/live/clock';
import { Choices } from './Choices';
import { texts } from './texts';
import styles from './Time.module.css';
import { dayAt, momentOf, mondayAt, wallOf } from './zone';

const YEAR = 366 * 24 * 3600_000;

export type Ready = 'minutes' | 'hour' | 'tonight' | 'tomorrow' | 'monday';

interface Props {
  ready: readonly Ready[];
  action: string;
  busy: boolean;
  /** Where the own time begins: what was chosen before. */
  from?: string;
  onChoose: (moment: Date) => void;
}

/** A moment ahead: ready ones, or any, by the clock of the person. */
export function When({ ready, action, busy, from, onChoose }: Props) {
  const t = useTexts(texts);
  const dates = useDates();
  const zone = useZone();
  const { locale } = useIntl();
  const now = new Date(serverNow());
  const [wall, setWall] = useState(() => (from === undefined ? '' : wallOf(new Date(from), zone)));
  const own = momentOf(wall, zone);
  const fits = own !== null && own > now && own.getTime() <= now.getTime() + YEAR;
  const moments = readyMoments(ready, now, zone);
  return (
    <>
      <Choices
        label={action}
        choices={[...moments].map(([id, moment]) => ({ id, text: t(`when.${id}`), value: dates.dateTime(moment) }))}
        disabled={busy}
        onChoose={(id) => onChoose(moments.get(id) ?? now)}
      />
      <form
        className={styles.own}
        onSubmit={(event) => {
          event.preventDefault();
          if (fits) onChoose(own);
        }}
      >
        <FormItem top={t('when.own')} htmlFor="when" status={wall === '' || fits ? 'default' : 'error'} bottom={wall === '' || fits ? t('when.zone', { zone: zoneText(locale, zone, own ?? now) }) : t('when.wrong')}>
          <Input
            id="when"
            type="datetime-local"
            aria-label={t('when.date')}
            value={wall}
            min={wallOf(now, zone)}
            max={wallOf(new Date(now.getTime() + YEAR), zone)}
            onChange={(event) => setWall(event.target.value)}
          />
        </FormItem>
        <div className={styles.foot}>
          <Button type="submit" size="l" stretched disabled={!fits} loading={busy}>
            {action}
          </Button>
        </div>
      </form>
    </>
  );
}

/** The person's time zone, which their device may not share. */
export function useZone(): string {
  return useIntl().timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Those that lie ahead; on a Sunday tomorrow is Monday, and one of the two is enough. */
function readyMoments(ready: readonly Ready[], now: Date, zone: string): Map<string, Date> {
  const ahead = ready.map((id): [Ready, Date] => [id, momentFor(id, now, zone)]).filter(([, moment]) => moment > now);
  return new Map(ahead.filter(([, moment], at) => ahead.findIndex(([, other]) => other.getTime() === moment.getTime()) === at));
}

function momentFor(id: Ready, now: Date, zone: string): Date {
  if (id === 'minutes') return new Date(now.getTime() + 20 * 60_000);
  if (id === 'hour') return new Date(now.getTime() + 3600_000);
  if (id === 'tonight') return dayAt(now, 0, '20:00', zone);
  return id === 'tomorrow' ? dayAt(now, 1, '08:00', zone) : mondayAt(now, '08:00', zone);
}

/** «Москва, стандартное время (GMT+3)». */
function zoneText(locale: string, zone: string, at: Date): string {
  const told = (timeZoneName: 'long' | 'shortOffset'): string =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName }).formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? zone;
  return `${told('long')} (${told('shortOffset')})`;
}
