import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useDates } from '../core/i18n/useDates';
import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { confirm, toast } from '../core/ui/dialogs';
import { briefName } from '../core/ui/names';
import decision from './Decision.module.css';
import styles from './Moderation.module.css';
import { casesChanged, lift, type Measure } from './server';
import { Standing, useIsOver } from './Standing';
import { texts } from './texts';

const FINAL = new Set<string>(['delete', 'remove']);

/** What was done; what still holds can be lifted. */
export function MeasureList({ measures, liftable = false }: { measures: Measure[]; liftable?: boolean }) {
  return (
    <ul className={styles.list}>
      {measures.map((measure) => (
        <li key={measure.id}>
          <Line measure={measure} liftable={liftable} />
        </li>
      ))}
    </ul>
  );
}

function Line({ measure, liftable }: { measure: Measure; liftable: boolean }) {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const what = t(`done.${measure.kind}`);
  const over = useIsOver(measure);
  const mayLift = liftable && !FINAL.has(measure.kind) && measure.lifted_at === null && !over;
  const undo = async () => {
    const agreed = await confirm({ title: t('case.lift.ask'), text: t('case.lift.text', { what }), action: t('case.lift') });
    if (!agreed) return;
    setBusy(true);
    try {
      await lift(measure.id);
      toast(t('case.lifted'));
      casesChanged();
    } catch (error) {
      toast(explain(error), { failed: true });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={decision.measure}>
      <div className={decision.measureText}>
        <div className={styles.head}>
          <span>{what}</span>
          <Standing measure={measure} />
        </div>
        <span className={styles.note}>{[dates.dateTime(measure.taken_at), measure.taken_by && briefName(measure.taken_by), measure.reason].filter(Boolean).join(' · ')}</span>
      </div>
      {mayLift && (
        <Button mode="secondary" size="m" loading={busy} onClick={() => void undo()}>
          {t('case.lift')}
        </Button>
      )}
    </div>
  );
}
