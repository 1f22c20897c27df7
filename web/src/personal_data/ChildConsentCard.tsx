import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';

import { isProblem } from '../core/api/error';
import { useDates } from '../core/i18n/useDates';
import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { Link } from '../core/navigation/Link';
import { confirm, toast } from '../core/ui/dialogs';
import { displayName } from '../core/ui/names';
import { Section } from '../core/ui/Page';
import { ErrorState, LoadingState } from '../core/ui/states';
import styles from './PersonalData.module.css';
import { askArchive, getChildConsent, giveChildConsent, withdrawChildConsent, type ChildConsent } from './server';
import { texts } from './texts';

/** A guardian's consent for one child; nothing for whom it does not concern. */
export default function ChildConsentCard({ childId }: { childId: number }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const key = ['child-consent', childId];
  const { data, error, refetch } = useQuery({ queryKey: key, queryFn: () => getChildConsent(childId), retry: false });
  if (isProblem(error, 'not_found')) return null;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  const failed = (reason: unknown) => toast(explain(reason), { failed: true });
  const keep = (fresh: ChildConsent) => cache.setQueryData(key, fresh);
  const give = () =>
    void giveChildConsent(childId).then((fresh) => {
      keep(fresh);
      toast(t('child.give.done'));
    }, failed);
  const withdraw = async () => {
    const agreed = await confirm({
      title: t('child.withdraw.ask'),
      text: t('child.withdraw.text'),
      action: t('child.withdraw'),
      destructive: true,
    });
    if (agreed) await withdrawChildConsent(childId).then(keep, failed);
  };
  const ask = () => void askArchive(childId).then(() => toast(t('archive.asked')), failed);
  return (
    <Section title={t('child.title', { name: displayName(data.child) })}>
      <Standing data={data} />
      <div className={styles.buttons}>
        {(data.withdrawal !== null || !data.given) && (
          <Button size="m" onClick={give}>
            {t(data.withdrawal ? 'child.back' : 'child.give')}
          </Button>
        )}
        <Button size="m" mode="secondary" onClick={ask}>
          {t('archive.ask.child')}
        </Button>
        {data.withdrawal === null && data.consents.some(({ mine }) => mine) && (
          <Button size="m" mode="tertiary" appearance="negative" onClick={() => void withdraw()}>
            {t('child.withdraw')}
          </Button>
        )}
      </div>
    </Section>
  );
}

function Standing({ data }: { data: ChildConsent }) {
  const t = useTexts(texts);
  const dates = useDates();
  if (data.withdrawal) {
    const when = { asked: dates.date(data.withdrawal.asked_at), when: dates.date(data.withdrawal.erase_at) };
    return (
      <p role="status" className={styles.warning}>
        {t('child.running', when)}
      </p>
    );
  }
  const given = data.consents.filter(({ document, in_force }) => document === 'privacy' && in_force);
  return (
    <>
      <p className={styles.note}>{t(data.given ? 'child.given' : 'child.not_given')}</p>
      {given.map((one) => (
        <p key={`${one.by_name} ${one.given_at}`} className={styles.note}>
          {t(one.way === 'paper' ? 'child.paper' : 'child.line', {
            name: one.by_name,
            when: dates.date(one.signed_on ?? one.given_at),
            version: one.version,
          })}
        </p>
      ))}
      {!data.given && (
        <Link to="/settings/documents" className={styles.link}>
          {t('child.read')}
        </Link>
      )}
    </>
  );
}
