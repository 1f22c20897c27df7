import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import { Page, Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { Switchable } from '../../core/ui/Switchable';
import { useMe } from '../../identity/session';
import styles from './Policy.module.css';
import { getPolicy, setPolicy, type ChatPolicy } from './server';
import { texts } from './texts';

/** What each school I administer allows its chats, and how much each role may start in a day. */
export default function PolicyPage() {
  const t = useTexts(texts);
  const me = useMe();
  const schools = me.roles.filter((role) => role.role === 'administrator' && role.organisation_id !== null);
  return (
    <Page title={t('policy.title')} up="/school">
      {schools.length === 0 && <p className={styles.none}>{t('policy.none')}</p>}
      {schools.map((role) => (
        <Policy key={role.organisation_id} id={role.organisation_id ?? 0} name={schools.length > 1 ? (role.organisation_name ?? '') : ''} />
      ))}
    </Page>
  );
}

function Policy({ id, name }: { id: number; name: string }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const query = useQuery({ queryKey: ['chat-policy', id], queryFn: () => getPolicy(id) });
  const [changed, setChanged] = useState<ChatPolicy | null>(null);
  if (query.isPending) return <LoadingState />;
  if (query.error !== null) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const policy = changed ?? query.data;
  const allow = (allowed: boolean) =>
    setPolicy(id, allowed).then(setChanged, (error: unknown) => toast(explain(error), { failed: true }));
  return (
    <>
      <Section title={name}>
        <Switchable title={t('policy.links')} hint={t('policy.links.hint')} checked={policy.links_for_others} onChange={(on) => void allow(on)} />
      </Section>
      <Section title={t('policy.limits')} hint={t('policy.limits.hint')}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table wider than a phone is scrolled by keys, too */}
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('policy.limits')}>
          <table className={styles.limits}>
            <thead>
              <tr>
                {['role', 'groups', 'requests', 'texts'].map((column) => (
                  <th key={column} scope="col">
                    {t(`policy.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {policy.limits.map((row) => (
                <tr key={row.role}>
                  <th scope="row">{t(`policy.role.${row.role}`)}</th>
                  <td>{row.new_groups_per_day}</td>
                  <td>{row.new_requests_per_day}</td>
                  <td>{row.chats_per_text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </>
  );
}
