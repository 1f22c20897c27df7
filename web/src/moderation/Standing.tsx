import { useState } from 'react';

import { useDates } from '../core/i18n/useDates';
import { useTexts } from '../core/i18n/useTexts';
import type { OwnMeasure } from './server';
import { Tag } from './Tag';
import { texts } from './texts';

type Lasting = Pick<OwnMeasure, 'kind' | 'until' | 'lifted_at'>;

const LASTING = new Set<string>(['write_ban', 'wide_write_ban', 'suspend']);

/** Whether a measure was over when the page was opened. */
export function useIsOver({ until }: Pick<OwnMeasure, 'until'>): boolean {
  const [opened] = useState(() => Date.now());
  return until !== null && Date.parse(until) <= opened;
}

/** Whether a measure still holds, and until when. */
export function Standing({ measure }: { measure: Lasting }) {
  const t = useTexts(texts);
  const dates = useDates();
  const over = useIsOver(measure);
  if (measure.lifted_at) return <Tag tone="good">{t('own.lifted')}</Tag>;
  if (!LASTING.has(measure.kind)) return null;
  if (!measure.until) return <Tag tone="bad">{t('own.forever')}</Tag>;
  return <Tag tone={over ? 'plain' : 'bad'}>{over ? t('own.over') : t('own.until', { when: dates.dateTime(measure.until) })}</Tag>;
}
