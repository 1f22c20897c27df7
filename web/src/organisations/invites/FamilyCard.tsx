import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, FormItem, Input, SimpleCell, Switch } from '@vkontakte/vkui';
import { useState } from 'react';

import { isProblem } from '../../core/api/error';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { displayName, fullName } from '../../core/ui/names';
import { Section } from '../../core/ui/Page';
import { PersonCell } from '../../core/ui/PersonCell';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { InviteCard } from './InviteCard';
import styles from './Invites.module.css';
import { MadeCard } from './MadeCard';
import { endGuardianship, getFamily, inviteParent, type Family, type Guardian, type MadeInvite } from './server';
import { texts } from './texts';

/** A child's guardians and the way for one more; nothing for whom it does not concern. */
export default function FamilyCard({ childId, title }: { childId: number; title?: string }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: ['family', childId], queryFn: () => getFamily(childId), retry: false });
  if (isProblem(error, 'not_found')) return null;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  return (
    <Section title={title ?? t('family.guardians')}>
      {data.guardians.length === 0 && <p className={styles.note}>{t('family.none')}</p>}
      <ul className={styles.list} aria-label={t('family.guardians')}>
        {data.guardians.map((guardian) => (
          <li key={guardian.id}>
            <Line family={data} guardian={guardian} />
          </li>
        ))}
      </ul>
      {data.guardians.length < data.most_guardians && <Invite family={data} />}
      {data.invites.length > 0 && <p className={styles.note}>{t('family.open')}</p>}
      <ul className={styles.list} aria-label={t('family.open')}>
        {data.invites.map((invite) => (
          <li key={invite.id}>
            <InviteCard invite={invite} child={childId} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Line({ family, guardian }: { family: Family; guardian: Guardian }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const [ending, setEnding] = useState(false);
  const [reason, setReason] = useState('');
  const end = async () => {
    const agreed = await confirm({
      title: t('family.end.ask'),
      text: t('family.end.text', { guardian: displayName(guardian) }),
      action: t('family.end'),
      destructive: true,
    });
    if (!agreed) return;
    await endGuardianship(family.child.id, guardian.id, reason).then(
      () => toast(t('family.ended')),
      (error: unknown) => toast(explain(error), { failed: true }),
    );
    await cache.invalidateQueries({ queryKey: ['family', family.child.id] });
  };
  const said = [t(`relation.${guardian.relation}`), guardian.claimed ? null : t('family.unclaimed')].filter(Boolean).join(' · ');
  const after = family.may_end && !ending && (
    <Button size="s" mode="tertiary" appearance="negative" onClick={() => setEnding(true)}>
      {t('family.end')}
    </Button>
  );
  return (
    <>
      <PersonCell person={guardian} as={fullName} subtitle={said} after={after} />
      {ending && (
        <div className={styles.card}>
          <FormItem top={t('family.end.reason')} htmlFor={`end-${guardian.id}`} noPadding>
            <Input id={`end-${guardian.id}`} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
          </FormItem>
          <div className={styles.buttons}>
            <Button size="s" appearance="negative" disabled={!reason.trim()} onClick={() => void end()}>
              {t('family.end')}
            </Button>
            <Button size="s" mode="tertiary" onClick={() => setEnding(false)}>
              {t('action.cancel')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

function Invite({ family }: { family: Family }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const [made, setMade] = useState<MadeInvite | null>(null);
  const [atOnce, setAtOnce] = useState(false);
  const [busy, setBusy] = useState(false);
  const make = () => {
    setBusy(true);
    inviteParent(family.child.id, !atOnce)
      .then(
        (fresh) => {
          setMade(fresh);
          void cache.invalidateQueries({ queryKey: ['family', family.child.id] });
        },
        (error: unknown) => toast(explain(error), { failed: true }),
      )
      .finally(() => setBusy(false));
  };
  if (made) {
    const done = (
      <Button size="m" mode="secondary" onClick={() => setMade(null)}>
        {t('invites.done')}
      </Button>
    );
    return <MadeCard made={made} hint={family.needs_approval ? t('family.invite.hint') : undefined} after={done} />;
  }
  return (
    <>
      {!family.needs_approval && (
        <SimpleCell Component="label" after={<Switch aria-label={t('family.invite.staff')} checked={atOnce} onChange={(event) => setAtOnce(event.target.checked)} />}>
          {t('family.invite.staff')}
        </SimpleCell>
      )}
      <div className={`${styles.buttons} ${styles.top}`}>
        <Button size="m" loading={busy} onClick={make}>
          {t('family.invite')}
        </Button>
      </div>
    </>
  );
}
