import { useQuery } from '@tanstack/react-query';
import { Button, FormItem, Textarea } from '@vkontakte/vkui';
import { useState } from 'react';

import { queries } from '../../core/api/query';
import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { briefName } from '../../core/ui/names';
import { Page, Section } from '../../core/ui/Page';
import { PersonCell } from '../../core/ui/PersonCell';
import { ErrorState, LoadingState } from '../../core/ui/states';
import moderation from '../Moderation.module.css';
import { alertsChanged, closeAlert, readAlert, takeAlert, type Alert } from './server';
import { texts } from './texts';
import styles from './Words.module.css';

const keyOf = (id: number) => ['crisis-alerts', 'one', id];

/** One call for help: the sentence, who wrote it, and what was done. */
export function AlertPage({ id }: { id: number }) {
  const t = useTexts(texts);
  const query = useQuery({ queryKey: keyOf(id), queryFn: () => readAlert(id) });
  return (
    <Page title={t('alert.title')} up="/settings/alerts" deep>
      {query.isPending && <LoadingState />}
      {query.error !== null && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Shown alert={query.data} />}
    </Page>
  );
}

function Shown({ alert }: { alert: Alert }) {
  const t = useTexts(texts);
  const dates = useDates();
  return (
    <>
      <Section>
        {alert.author && <PersonCell person={alert.author} subtitle={alert.author.label} to={`/people/${alert.author.id}`} />}
        <blockquote className={styles.sentence}>{alert.sentence}</blockquote>
        <p className={styles.facts}>
          {t(`alert.chat.${alert.chat_kind}`)} · {t('alert.said', { when: dates.dateTime(alert.said_at) })}
        </p>
        {alert.more > 0 && (
          <>
            <blockquote className={styles.sentence}>{alert.last_sentence}</blockquote>
            <p className={styles.facts}>
              {t('alerts.more', { count: alert.more })} · {t('alert.last', { when: dates.dateTime(alert.last_said_at) })}
            </p>
          </>
        )}
        <p className={moderation.urgent}>{t('alert.urgent')}</p>
        <p className={moderation.seen}>{t('alert.read_note')}</p>
      </Section>
      {alert.state === 'closed' ? (
        <Section title={t('alert.note')}>
          <p className={styles.facts}>{alert.note}</p>
          {alert.closed_by && alert.closed_at && (
            <p className={styles.facts}>
              {t('alert.closed_by', { name: briefName(alert.closed_by), when: dates.dateTime(alert.closed_at) })}
            </p>
          )}
        </Section>
      ) : (
        <Deeds alert={alert} />
      )}
    </>
  );
}

function Deeds({ alert }: { alert: Alert }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [note, setNote] = useState('');
  const attempt = async (deed: () => Promise<unknown>) => {
    await deed().catch((error: unknown) => toast(explain(error), { failed: true }));
    await alertsChanged();
  };
  const take = () =>
    attempt(async () => {
      await takeAlert(alert.id);
      toast(t('alert.taken'));
    });
  const close = async () => {
    if (!(await confirm({ title: t('alert.close.ask'), action: t('alert.close') }))) return;
    await attempt(async () => queries.setQueryData(keyOf(alert.id), await closeAlert(alert.id, note)));
  };
  return (
    <Section>
      <FormItem top={t('alert.note')} bottom={t('alert.note.hint')} htmlFor="alert-note" noPadding className={styles.text}>
        <Textarea id="alert-note" value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      </FormItem>
      <div className={styles.buttons}>
        {alert.state === 'new' && (
          <Button size="l" onClick={() => void take()}>
            {t('alert.take')}
          </Button>
        )}
        {alert.taken_by && <span className={styles.facts}>{t('alerts.taken_by', { name: briefName(alert.taken_by) })}</span>}
        <Button size="l" mode="secondary" disabled={note.trim() === ''} onClick={() => void close()}>
          {t('alert.close')}
        </Button>
      </div>
    </Section>
  );
}
