import { useQuery, useQueryClient } from '@tanstack/react-query';

import { isProblem } from '../../core/api/error';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import { displayName } from '../../core/ui/names';
import { Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { Switchable } from '../../core/ui/Switchable';
import { useMe } from '../../identity/session';
import { ChildLists, Subtitle } from './ChildLists';
import styles from './Family.module.css';
import { readChild, setQuietHours, setSafeMode, type ChildSafety, type QuietPeriod } from './server';
import { texts } from './texts';

const QUIET: Record<'night' | 'lessons', QuietPeriod> = {
  night: { days: [1, 2, 3, 4, 5, 6, 7], starts: '22:00', ends: '07:00' },
  lessons: { days: [1, 2, 3, 4, 5], starts: '08:30', ends: '14:30' },
};
const isSame = (one: QuietPeriod, other: QuietPeriod) => JSON.stringify(one) === JSON.stringify(other);

/** What a guardian sees and sets for a child; a child reads the same about themselves. */
export default function ChildSafetyCard({ childId }: { childId: number }) {
  const t = useTexts(texts);
  const own = useMe().id === childId;
  const { data, error, refetch } = useQuery({ queryKey: ['child', childId, 'safety'], queryFn: () => readChild(childId), retry: false, staleTime: 0 });
  if (isProblem(error, 'not_found')) return null;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  return (
    <Section title={own ? t('child.own') : t('child.title', { name: displayName(data.child) })}>
      {own ? <Told safety={data} /> : <Settings safety={data} />}
      <ChildLists child={childId} />
    </Section>
  );
}

/** The child's side: in plain words, who sees what and what nobody sees. */
function Told({ safety }: { safety: ChildSafety }) {
  const t = useTexts(texts);
  const { guardians, safe_mode, set_by_guardians } = safety;
  return (
    <>
      <p className={styles.plain}>
        {guardians.length === 0 ? t('child.own.none') : t('child.own.who', { names: guardians.map(displayName).join(', ') })}
      </p>
      <p className={styles.plain}>{t('child.own.sees')}</p>
      <p className={styles.plain}>{t('child.own.not')}</p>
      <p className={styles.note}>{t(safe_mode.kept ? 'child.on' : 'child.off')}</p>
      {set_by_guardians.map(({ guardian, periods }) => (
        <p key={guardian.id} className={styles.note}>
          {t('child.quiet')}. {t('child.quiet.by', { name: displayName(guardian), count: periods.length })}
        </p>
      ))}
    </>
  );
}

function Settings({ safety }: { safety: ChildSafety }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const me = useMe();
  const { child, safe_mode: mode, set_by_guardians } = safety;
  const others = mode.locked_by.filter(({ id }) => id !== me.id);
  const mine = set_by_guardians.find(({ guardian }) => guardian.id === me.id)?.periods ?? [];
  const change = (act: Promise<ChildSafety>) =>
    void act.then(
      (fresh) => cache.setQueryData(['child', child.id, 'safety'], fresh),
      (error: unknown) => toast(explain(error), { failed: true }),
    );
  const turn = (period: QuietPeriod, on: boolean) =>
    change(setQuietHours(child.id, on ? [...mine, period] : mine.filter((one) => !isSame(one, period))));
  return (
    <>
      <Switchable
        title={t('child.safe')}
        hint={t('child.safe.hint')}
        checked={mode.kept}
        disabled={others.length > 0}
        onChange={(kept) => change(setSafeMode(child.id, kept, false))}
      />
      <Switchable
        title={t('child.lock')}
        hint={t('child.lock.hint')}
        checked={mode.locked_by_me}
        onChange={(locked) => change(setSafeMode(child.id, true, locked))}
      />
      {others.length > 0 && <p className={styles.note}>{t('child.locked', { names: others.map(displayName).join(', ') })}</p>}
      <Subtitle>{t('child.quiet')}</Subtitle>
      <p className={styles.note}>{t('child.quiet.hint')}</p>
      {(['night', 'lessons'] as const).map((name) => (
        <Switchable
          key={name}
          title={t(`child.quiet.${name}`)}
          checked={mine.some((one) => isSame(one, QUIET[name]))}
          onChange={(on) => turn(QUIET[name], on)}
        />
      ))}
      {set_by_guardians
        .filter(({ guardian }) => guardian.id !== me.id)
        .map(({ guardian, periods }) => (
          <p key={guardian.id} className={styles.note}>
            {t('child.quiet.by', { name: displayName(guardian), count: periods.length })}
          </p>
        ))}
    </>
  );
}
