import { Icon28KeyOutline, Icon28MailOutline, Icon28PhoneOutline } from '@vkontakte/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState, type ReactNode } from 'react';

import { api } from '../../core/api/client';
import type { SignInWay } from '../../core/api/types';
import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { phoneInWords } from '../../core/ui/names';
import { Page, Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { useMe } from '../session';
import { leaveToLink } from './leaving';
import { texts } from './texts';
import styles from './WaysPage.module.css';

/** «Способы входа»: the contacts that codes go to, and the services that vouch for the person. */
export default function WaysPage() {
  const t = useTexts(texts);
  const me = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: () => api.get<{ items: SignInWay[] }>('/api/me/sign-in-ways'),
  });
  return (
    <Page title={t('settings.ways')} up="/settings">
      {me.contacts.length > 0 && (
        <Section title={t('ways.contacts')} hint={t('ways.contacts.hint')}>
          {me.contacts.map(({ kind, value, proven }) => (
            <Line
              key={value}
              icon={kind === 'phone' ? <Icon28PhoneOutline /> : <Icon28MailOutline />}
              name={kind === 'phone' ? phoneInWords(value) : value}
              hint={proven ? t(`contact.${kind}`) : t('contact.unproven')}
            />
          ))}
        </Section>
      )}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <Section title={t('ways.services')} hint={t(data.items.length ? 'ways.services.hint' : 'ways.services.none')}>
          {data.items.map((way) => (
            <Service key={way.provider} way={way} />
          ))}
        </Section>
      )}
    </Page>
  );
}

function Service({ way }: { way: SignInWay }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const dates = useDates();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const name = t('ways.name', { provider: way.provider, title: way.title });
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    await work().catch((error: unknown) => toast(explain(error), { failed: true }));
    setBusy(false);
  };
  const unlink = async () => {
    const question = { title: t('ways.unlink.question', { name }), text: t('ways.unlink.text'), action: t('ways.unlink') };
    if (!(await confirm({ ...question, destructive: true }))) return;
    await act(async () => {
      await api.delete(`/api/me/sign-in-ways/${way.provider}`);
      toast(t('ways.unlinked'));
    });
    await cache.invalidateQueries({ queryKey: ['sign-in-ways'] });
  };
  const linked = way.linked_at
    ? t(way.by_guardian ? 'ways.linked.by_guardian' : 'ways.linked', { when: dates.dateTime(way.linked_at) })
    : t('ways.not_linked');
  const used = way.last_used_at ? t('ways.used', { when: dates.dateTime(way.last_used_at) }) : null;
  const note = way.linked_at && !way.may_unlink ? t('ways.last') : way.offered ? null : t('ways.off');
  return (
    <Line icon={<Icon28KeyOutline />} name={name} hint={[linked, used, note].filter(Boolean).join(' · ')}>
      {!way.linked_at && (
        <Button mode="secondary" loading={busy} onClick={() => void act(() => leaveToLink(way.provider))} aria-label={t('ways.link_named', { name })}>
          {t('ways.link')}
        </Button>
      )}
      {way.linked_at && way.may_unlink && (
        <Button mode="tertiary" appearance="negative" loading={busy} onClick={() => void unlink()} aria-label={t('ways.unlink_named', { name })}>
          {t('ways.unlink')}
        </Button>
      )}
    </Line>
  );
}

function Line({ icon, name, hint, children }: { icon: ReactNode; name: string; hint: string; children?: ReactNode }) {
  return (
    <div className={styles.way}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.text}>
        <span className={styles.name}>{name}</span>
        <span className={styles.hint}>{hint}</span>
      </span>
      {children}
    </div>
  );
}
