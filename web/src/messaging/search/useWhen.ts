import { useIntl } from 'react-intl';

import { useTexts } from '../../core/i18n/useTexts';
import { dayOf, type Chosen } from './chosen';
import { texts } from './texts';

/** The chosen stretch of time in words; null when there is none. */
export function useWhen(when: Chosen['when']): string | null {
  const t = useTexts(texts);
  const intl = useIntl();
  if (when === null) return null;
  if (typeof when === 'string') return t(`search.when.${when}`);
  const [since, until] = [dayOf(when.since), dayOf(when.until)].map((day) =>
    // The field means the day in the calendar, wherever it is midnight.
    day === null
      ? null
      : intl.formatDate(new Date(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate())), {
          day: 'numeric',
          month: 'short',
          timeZone: 'UTC',
        }),
  );
  if (since && until) return since === until ? since : t('search.when.between', { since, until });
  if (since) return t('search.when.from', { since });
  return until ? t('search.when.to', { until }) : null;
}
