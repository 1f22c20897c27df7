import { Icon28LaptopOutline, Icon28SmartphoneOutline } from '@vkontakte/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { lazy, Suspense } from 'react';

import { api } from '../../core/api/client';
import type { Session } from '../../core/api/types';
import { useDates } from '../../core/i18n/useDates';
import { useExplain, useT } from '../../core/i18n/useT';
import { confirm, toast, type Question } from '../../core/ui/dialogs';
import { Page, Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import styles from './DevicesPage.module.css';

const WaysIn = lazy(() => import('../ways/WaysIn'));

/** Where the person is signed in, and the way to end any of it. */
export function DevicesPage() {
  const t = useT();
  const explain = useExplain();
  const cache = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => api.get<{ items: Session[] }>('/api/me/sessions'),
  });
  const end = async (path: string, question: Question) => {
    if (!(await confirm({ ...question, destructive: true }))) return;
    try {
      await api.delete(path);
      toast(t('devices.ended'));
    } catch (thrown) {
      toast(explain(thrown), { failed: true });
    }
    await cache.invalidateQueries({ queryKey: ['sessions'] });
  };
  const others = data?.items.filter(({ current }) => !current) ?? [];
  return (
    <Page title={t('settings.devices')} up="/settings">
      <Suspense>
        <WaysIn />
      </Suspense>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <>
          <Section title={t('devices.this')}>
            {data.items
              .filter(({ current }) => current)
              .map((session) => (
                <Device key={session.id} session={session} />
              ))}
          </Section>
          <Section title={t('devices.others')} hint={others.length ? undefined : t('devices.others.none')}>
            {others.map((session) => (
              <Device
                key={session.id}
                session={session}
                onEnd={() =>
                  void end(`/api/me/sessions/${session.id}`, {
                    title: t('devices.end.question', { device: deviceName(session) }),
                    text: t('devices.end.hint'),
                    action: t('devices.end'),
                  })
                }
              />
            ))}
            {others.length > 0 && (
              <Button
                mode="outline"
                appearance="negative"
                size="m"
                className={styles.all}
                onClick={() =>
                  void end('/api/me/sessions', {
                    title: t('devices.end_all.question', { count: others.length }),
                    text: t('devices.end.hint'),
                    action: t('devices.end_all'),
                  })
                }
              >
                {t('devices.end_all')}
              </Button>
            )}
          </Section>
        </>
      )}
    </Page>
  );
}

function deviceName(session: Session): string {
  return session.user_agent || session.ip || '—';
}

function Device({ session, onEnd }: { session: Session; onEnd?: () => void }) {
  const t = useT();
  const dates = useDates();
  const phone = /android|ios|iphone|ipad/i.test(session.user_agent);
  return (
    <div className={styles.device}>
      <span className={styles.icon}>{phone ? <Icon28SmartphoneOutline /> : <Icon28LaptopOutline />}</span>
      <span className={styles.text}>
        <span className={styles.name}>{deviceName(session)}</span>
        <span className={styles.hint}>
          {session.current ? t('devices.now') : t('devices.seen', { when: dates.dateTime(session.last_seen_at) })}
          {session.ip && ` · ${session.ip}`}
        </span>
        <span className={styles.hint}>{t('devices.since', { when: dates.dateTime(session.created_at) })}</span>
      </span>
      {onEnd && (
        <Button
          mode="tertiary"
          appearance="negative"
          onClick={onEnd}
          aria-label={t('devices.end_named', { device: deviceName(session) })}
        >
          {t('devices.end')}
        </Button>
      )}
    </div>
  );
}
