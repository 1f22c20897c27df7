import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';

import { useDates } from '../core/i18n/useDates';
import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { confirm, toast } from '../core/ui/dialogs';
import { Section } from '../core/ui/Page';
import styles from './PersonalData.module.css';
import { getWithdrawal, takeBack, withdraw } from './server';
import { texts } from './texts';

const KEY = ['me', 'withdrawal'];

/** Taking one's consent back, what follows, and the way back. */
export function WithdrawalSection() {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const cache = useQueryClient();
  const { data } = useQuery({ queryKey: KEY, queryFn: getWithdrawal, staleTime: 0 });
  const running = data?.withdrawal;
  const again = () => void cache.invalidateQueries({ queryKey: KEY });
  const failed = (reason: unknown) => toast(explain(reason), { failed: true });
  const start = async () => {
    const agreed = await confirm({
      title: t('withdrawal.ask'),
      text: t('withdrawal.ask.text'),
      action: t('withdrawal.start'),
      destructive: true,
    });
    if (agreed) await withdraw().then(again, failed);
  };
  const back = () =>
    void takeBack().then(() => {
      toast(t('withdrawal.taken_back'));
      again();
    }, failed);
  const when = running && { asked: dates.date(running.asked_at), when: dates.date(running.erase_at) };
  return (
    <Section title={t('withdrawal.title')} hint={t('withdrawal.hint')}>
      {when && (
        <p role="status" className={styles.warning}>
          {t(running.on_paper ? 'withdrawal.on_paper' : running.by_guardian ? 'withdrawal.by_guardian' : 'withdrawal.running', when)}
        </p>
      )}
      <div className={styles.buttons}>
        {running && !running.by_guardian && (
          <Button size="m" onClick={back}>
            {t('withdrawal.back')}
          </Button>
        )}
        {data && !running && (
          <Button size="m" mode="secondary" appearance="negative" onClick={() => void start()}>
            {t('withdrawal.start')}
          </Button>
        )}
      </div>
    </Section>
  );
}
