import { Button } from '@vkontakte/vkui';
import { Icon24Add } from '@vkontakte/icons';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { Chips } from '../../core/ui/Chips';
import { toast } from '../../core/ui/dialogs';
import { PartTitle } from '../../core/ui/Page';
import { Switchable } from '../../core/ui/Switchable';
import { useMe } from '../../identity/session';
import { setQuietHours, type QuietHours, type QuietPeriod } from '../server';
import { texts } from '../texts';
import { isSame, patternsFor, type Pattern } from './patterns';
import { Period } from './Period';
import styles from './Quiet.module.css';
import { Week } from './Week';

interface Props {
  hours: QuietHours;
  onSaved: (fresh: QuietHours) => void;
}

const FRESH: QuietPeriod = { days: [1, 2, 3, 4, 5], starts: '20:00', ends: '08:00' };
const MOST = 14;

/** The week: a ready-made one, or times of one's own. Switches act at once, times when they are saved. */
export function ScheduleSection({ hours, onSaved }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [periods, setPeriods] = useState(hours.periods);
  const [busy, setBusy] = useState(false);
  const save = (change: Partial<Pick<QuietHours, 'kept' | 'periods' | 'shown'>>, say = false) => {
    setBusy(true);
    setQuietHours({ kept: hours.kept, periods: hours.periods, shown: hours.shown, ...change })
      .then(
        (fresh) => {
          onSaved(fresh);
          if (say) toast(t('quiet.saved'));
        },
        (error: unknown) => toast(explain(error), { failed: true }),
      )
      .finally(() => setBusy(false));
  };
  const keep = (kept: boolean) => {
    // Switched on for the first time it begins with what suits most.
    const first = kept && periods.length === 0 ? [FRESH] : periods;
    setPeriods(first);
    save({ kept, periods: first });
  };
  const put = (place: number, period: QuietPeriod) => setPeriods(periods.with(place, period));
  return (
    <>
      <Switchable title={t('quiet.keep')} checked={hours.kept} disabled={busy} onChange={keep} />
      {hours.kept && (
        <section className={styles.schedule}>
          <PartTitle className={styles.subtitle}>{t('quiet.schedule')}</PartTitle>
          <Patterns periods={periods} onChoose={setPeriods} />
          <Week periods={periods} />
          {periods.length === 0 && <p className={styles.hint}>{t('quiet.empty')}</p>}
          {periods.map((period, place) => (
            <Period
              key={place}
              number={place + 1}
              period={period}
              onChange={(fresh) => put(place, fresh)}
              onRemove={() => setPeriods(periods.toSpliced(place, 1))}
            />
          ))}
          <div className={styles.buttons}>
            <Button
              mode="tertiary"
              size="m"
              before={<Icon24Add />}
              disabled={periods.length >= MOST}
              onClick={() => setPeriods([...periods, FRESH])}
            >
              {t('quiet.add')}
            </Button>
            <Button
              size="m"
              disabled={busy || isSame(periods, hours.periods) || periods.some(({ days }) => days.length === 0)}
              onClick={() => save({ periods }, true)}
            >
              {t('quiet.save')}
            </Button>
          </div>
          <p className={styles.hint}>{t('quiet.zone', { zone: hours.time_zone.replaceAll('_', ' ') })}</p>
        </section>
      )}
      <Switchable
        title={t('quiet.shown')}
        hint={t('quiet.shown.hint')}
        checked={hours.shown}
        disabled={busy}
        onChange={(shown) => save({ shown })}
      />
    </>
  );
}

function Patterns({ periods, onChoose }: { periods: QuietPeriod[]; onChoose: (periods: QuietPeriod[]) => void }) {
  const t = useTexts(texts);
  const me = useMe();
  const patterns = patternsFor(me.roles.map(({ role }) => role));
  const chosen = patterns.find((pattern) => isSame(pattern.periods, periods));
  return (
    <Chips<Pattern['name'] | 'own'>
      label={t('quiet.patterns')}
      options={patterns.map(({ name }) => ({ value: name, label: t(`quiet.pattern.${name}`) }))}
      value={chosen?.name ?? 'own'}
      onChange={(name) => onChoose(patterns.find((pattern) => pattern.name === name)?.periods ?? periods)}
    />
  );
}
