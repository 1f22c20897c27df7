import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { fullName } from '../../core/ui/names';
import { PersonCell } from '../../core/ui/PersonCell';
import { ErrorState, LoadingState } from '../../core/ui/states';
import styles from './Invites.module.css';
import { getComers, revokeInvite, revokeParentInvite, type Comer, type Invite } from './server';
import { texts } from './texts';
import { forWhom } from './words';

interface Props {
  invite: Invite;
  /** Of one organisation, or of one child's family. */
  organisation?: number;
  child?: number;
}

/** One invite: for whom, in what state, and who came by it. */
export function InviteCard({ invite, organisation, child }: Props) {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const revoke = async () => {
    const agreed = await confirm({
      title: t('invites.revoke.ask'),
      text: t('invites.revoke.text'),
      action: t('invites.revoke'),
      destructive: true,
    });
    if (!agreed) return;
    await (child === undefined ? revokeInvite(organisation ?? 0, invite.id) : revokeParentInvite(child, invite.id)).then(
      () => Promise.all([cache.invalidateQueries({ queryKey: ['invites'] }), cache.invalidateQueries({ queryKey: ['family'] })]),
      (error: unknown) => toast(explain(error), { failed: true }),
    );
  };
  const facts = [
    t(`invites.one.${invite.state}`, { when: dates.date(invite.expires_at) }),
    t('invites.uses', { uses: invite.uses, most: invite.most_uses }),
    invite.approval && t('invites.approval'),
    invite.on_sheet && t('invites.on_sheet'),
    t('invites.by', { name: fullName(invite.made_by) }),
  ];
  return (
    <div className={styles.card}>
      <p className={styles.who}>{forWhom(t, invite)}</p>
      {invite.note && <p className={styles.note}>{invite.note}</p>}
      <p className={styles.note}>{facts.filter(Boolean).join(' · ')}</p>
      <div className={styles.buttons}>
        {organisation !== undefined && (
          <Button size="s" mode="secondary" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('invites.comers')}
          </Button>
        )}
        {invite.state === 'active' && (
          <Button size="s" mode="tertiary" appearance="negative" onClick={() => void revoke()}>
            {t('invites.revoke')}
          </Button>
        )}
      </div>
      {open && organisation !== undefined && <Comers organisation={organisation} id={invite.id} />}
    </div>
  );
}

function Comers({ organisation, id }: { organisation: number; id: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: ['invites', organisation, 'comers', id], queryFn: () => getComers(organisation, id) });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  if (data.items.length === 0) return <p className={styles.note}>{t('invites.comers.none')}</p>;
  const state = (one: Comer) => t(`invites.comer.${one.state}`, { reason: one.reason });
  return (
    <ul className={styles.list}>
      {data.items.map((one) => (
        <li key={one.id}>
          <PersonCell person={one.person} as={fullName} subtitle={state(one)} />
        </li>
      ))}
    </ul>
  );
}
