import { Button, FormItem, Textarea } from '@vkontakte/vkui';
import { useState } from 'react';

import { queries } from '../../core/api/query';
import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { useExplain } from '../../core/i18n/useT';
import { confirm, toast } from '../../core/ui/dialogs';
import { changeScheduled, forgetScheduled, sendScheduled, type Scheduled } from './server';
import { texts } from './texts';
import styles from './Time.module.css';
import { When } from './When';

/** One message that waits: when, what, and what may be done with it. */
export function ScheduledItem({ scheduled }: { scheduled: Scheduled }) {
  const t = useTexts(texts);
  const dates = useDates();
  const [changing, setChanging] = useState(false);
  const { busy, act } = useAct(scheduled.conversation_id);
  const forget = async () => {
    const agreed = await confirm({ title: t('scheduled.forget.ask'), text: t('scheduled.forget.text'), action: t('scheduled.forget'), destructive: true });
    if (agreed) await act(() => forgetScheduled(scheduled.id), t('scheduled.forgotten'));
  };
  if (changing) return <Changing scheduled={scheduled} onDone={() => setChanging(false)} />;
  return (
    <li className={styles.item}>
      <time className={styles.when} dateTime={scheduled.at}>
        {dates.dateTime(scheduled.at)}
      </time>
      {scheduled.refused !== null && (
        <div role="alert" className={styles.refused}>
          {t('scheduled.refused', { reason: scheduled.refused.detail })}
        </div>
      )}
      {scheduled.body !== '' && <div className={styles.words}>{scheduled.body}</div>}
      {scheduled.files.length > 0 && <div className={styles.when}>{t('scheduled.files', { count: scheduled.files.length })}</div>}
      <div className={styles.buttons}>
        <Button size="s" mode="secondary" disabled={busy} onClick={() => void act(() => sendScheduled(scheduled.id), t('scheduled.sent'))}>
          {t('scheduled.now')}
        </Button>
        <Button size="s" mode="tertiary" disabled={busy} onClick={() => setChanging(true)}>
          {t('scheduled.change')}
        </Button>
        <Button size="s" mode="tertiary" appearance="negative" disabled={busy} onClick={() => void forget()}>
          {t('scheduled.forget')}
        </Button>
      </div>
    </li>
  );
}

function Changing({ scheduled, onDone }: { scheduled: Scheduled; onDone: () => void }) {
  const t = useTexts(texts);
  const dates = useDates();
  const [body, setBody] = useState(scheduled.body);
  const { busy, act } = useAct(scheduled.conversation_id);
  const save = async (at: Date) => {
    const done = await act(() => changeScheduled(scheduled, body, at.toISOString()), t('schedule.done', { when: dates.dateTime(at) }));
    if (done) onDone();
  };
  return (
    <li className={styles.item}>
      <FormItem top={t('scheduled.text')} htmlFor="scheduled-text" noPadding>
        <Textarea id="scheduled-text" value={body} maxLength={8000} onChange={(event) => setBody(event.target.value)} />
      </FormItem>
      <When ready={['hour', 'tomorrow', 'monday']} action={t('schedule.do')} busy={busy} from={scheduled.at} onChoose={(at) => void save(at)} />
      <Button size="m" mode="tertiary" stretched disabled={busy} onClick={onDone}>
        {t('action.cancel')}
      </Button>
    </li>
  );
}

/** Does one thing at a time and asks for the list anew; says whether it was done. */
function useAct(conversationId: number) {
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const act = async (deed: () => Promise<unknown>, said: string): Promise<boolean> => {
    setBusy(true);
    try {
      await deed();
      toast(said);
      return true;
    } catch (reason) {
      toast(explain(reason), { failed: true });
      return false;
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['scheduled', conversationId] });
    }
  };
  return { busy, act };
}
