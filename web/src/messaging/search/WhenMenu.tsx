import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { dayOf, PRESETS, type Chosen, type Days } from './chosen';
import styles from './FilterBar.module.css';
import { texts } from './texts';

/** When it was said: a usual stretch, or the days one remembers. */
export function WhenMenu({ onChoose }: { onChoose: (when: Chosen['when']) => void }) {
  const t = useTexts(texts);
  const [days, setDays] = useState<Days>({ since: '', until: '' });
  const named = dayOf(days.since) !== null || dayOf(days.until) !== null;
  const backwards = days.since !== '' && days.until !== '' && days.since > days.until;
  return (
    <>
      {PRESETS.map((preset) => (
        <button key={preset} type="button" className={styles.choice} onClick={() => onChoose(preset)}>
          {t(`search.when.${preset}`)}
        </button>
      ))}
      <div className={styles.days} role="group" aria-label={t('search.when.days')}>
        {(['since', 'until'] as const).map((side) => (
          <label key={side} className={styles.day}>
            <span>{t(`search.when.${side}`)}</span>
            <input
              type="date"
              value={days[side]}
              {...(side === 'until' && days.since !== '' ? { min: days.since } : {})}
              onChange={(event) => setDays({ ...days, [side]: event.currentTarget.value })}
            />
          </label>
        ))}
        <Button size="s" disabled={!named || backwards} onClick={() => onChoose(days)}>
          {t('search.when.show')}
        </Button>
      </div>
    </>
  );
}
