import { Icon20MoonOutline } from '@vkontakte/icons';
import { useQuery } from '@tanstack/react-query';

import { api } from '../../core/api/client';
import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import { briefName } from '../../core/ui/names';
import styles from './QuietHint.module.css';
import { texts } from './texts';

const ASK_AGAIN = 60_000;

/** Tells who is about to write that it is quiet there now; the server says so only to those whom it concerns. */
export default function QuietHint({ personId }: { personId: number }) {
  const t = useTexts(texts);
  const dates = useDates();
  const person = useStore((store) => store.data.people[personId]);
  const { data } = useQuery({
    queryKey: ['people', personId, 'quiet-hours'],
    queryFn: () => api.get<{ quiet_until: string | null }>(`/api/people/${personId}/quiet-hours`),
    staleTime: ASK_AGAIN / 2,
    refetchInterval: ASK_AGAIN,
    retry: false,
  });
  const until = data?.quiet_until ?? null;
  if (until === null || person === undefined) return null;
  return (
    <div className={styles.hint} role="note">
      <Icon20MoonOutline className={styles.icon} aria-hidden="true" />
      <span>{t('hint.quiet', { name: briefName(person), when: dates.dateTime(until) })}</span>
    </div>
  );
}
