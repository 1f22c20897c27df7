import { lazy, Suspense, useEffect, useState } from 'react';

import { queries } from '../core/api/query';
import { useTexts } from '../core/i18n/useTexts';
import type { StreamEvent } from '../core/store/types';
import { useComplaint } from '../core/ui/complaint';
import { toast } from '../core/ui/dialogs';
import { refreshMe } from '../identity/session';
import { hearEvents } from '../messaging/announce';
import { casesChanged } from './server';
import { texts } from './texts';

const ReportDialog = lazy(() => import('./ReportDialog'));
const MeasureAlert = lazy(() => import('./MeasureAlert'));

export type Told = Extract<StreamEvent, { kind: 'measure_taken' }>;

/** Stands over any page: the dialog of complaining, and the news of what was decided. */
export default function Host() {
  const t = useTexts(texts);
  const complaint = useComplaint((state) => state.complaint);
  const [told, setTold] = useState<Told[]>([]);
  useEffect(
    () =>
      hearEvents((event) => {
        if (event.kind === 'report_cases_changed') casesChanged();
        if (event.kind === 'crisis_alerts_changed') void queries.invalidateQueries({ queryKey: ['crisis-alerts'] });
        if (event.kind === 'portraits_waiting' || event.kind === 'person_portrayed') {
          void queries.invalidateQueries({ queryKey: ['portraits'] });
          void refreshMe().catch(() => undefined);
        }
        if (event.kind === 'report_decided') toast(t(`report.decided.${event.outcome}`));
        if (event.kind === 'measure_taken') setTold((was) => [...was, event]);
        if (event.kind === 'measure_lifted') toast(t('told.lifted', { what: t(`done.${event.measure}`).toLowerCase() }));
        if (OWN.has(event.kind)) void queries.invalidateQueries({ queryKey: ['own-reports'] });
      }),
    [t],
  );
  const first = told[0];
  return (
    <Suspense>
      {complaint !== null && <ReportDialog key={`${complaint.target} ${complaint.id}`} complaint={complaint} />}
      {first !== undefined && <MeasureAlert key={first.measure_id} told={first} onClose={() => setTold((was) => was.slice(1))} />}
    </Suspense>
  );
}

const OWN = new Set(['report_decided', 'measure_taken', 'measure_lifted']);
