import { Icon20MoonOutline } from '@vkontakte/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';

import { api } from '../../core/api/client';
import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import { toast } from '../../core/ui/dialogs';
import { briefName } from '../../core/ui/names';
import styles from './QuietHint.module.css';
import { texts } from './texts';

const ASK_AGAIN = 60_000;
const DAY = 20 * 3600_000;

interface Props {
  personId: number;
  /** Leaves what is written at the server until then; null while nothing is written. */
  onLater: ((moment: Date) => Promise<unknown>) | null;
}

/** An hour of the coming night or day needs no date. */
const isSoon = (moment: string): boolean => Date.parse(moment) - Date.now() < DAY;

/** Tells who is about to write that it is quiet there now; the server says so only to those whom it concerns. */
export default function QuietHint({ personId, onLater }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
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
  const when = isSoon(until) ? dates.time(until) : dates.dateTime(until);
  return (
    <div className={styles.hint} role="note">
      <Icon20MoonOutline className={styles.icon} aria-hidden="true" />
      <span className={styles.words}>{t('hint.quiet', { name: briefName(person), when })}</span>
      {onLater && (
        <Button
          mode="tertiary"
          size="s"
          onClick={() => onLater(new Date(until)).catch((error: unknown) => toast(explain(error), { failed: true }))}
        >
          {t('hint.quiet.later', { when })}
        </Button>
      )}
    </div>
  );
}
