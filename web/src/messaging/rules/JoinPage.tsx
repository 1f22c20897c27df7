import { Icon56LinkCircleOutline, Icon56LockOutline } from '@vkontakte/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { isProblem } from '../../core/api/error';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { Avatar } from '../../core/ui/Avatar';
import { toast } from '../../core/ui/dialogs';
import { displayName } from '../../core/ui/names';
import { Page, PartTitle } from '../../core/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { meetConversation } from '../meet';
import styles from './Rules.module.css';
import { comeIn, lookAtLink, type Joining } from './server';
import { texts } from './texts';

/** Where a link into a chat leads: what the chat is, and the way in. */
export default function JoinPage({ token }: { token: string }) {
  const t = useTexts(texts);
  const query = useQuery({ queryKey: ['joining', token], queryFn: () => lookAtLink(token), retry: false, gcTime: 0 });
  return (
    <Page title={t('join.title')} up="/chats">
      {query.isPending && <LoadingState />}
      {query.error !== null && <Nowhere error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Door token={token} joining={query.data} />}
    </Page>
  );
}

function Nowhere({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTexts(texts);
  const why = isProblem(error, 'not_found') ? 'join.nothing' : isProblem(error, 'link_no_longer') ? 'join.over' : null;
  if (why === null) return <ErrorState error={error} onRetry={onRetry} />;
  const away = (
    <Button size="m" mode="secondary" onClick={() => navigate('/chats', { replace: true })}>
      {t('join.chats')}
    </Button>
  );
  return (
    <EmptyState icon={why === 'join.over' ? <Icon56LockOutline /> : <Icon56LinkCircleOutline />} title={t(why)} action={away}>
      {t(`${why}.hint`)}
    </EmptyState>
  );
}

function Door({ token, joining }: { token: string; joining: Joining }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [now, setNow] = useState(joining);
  const [busy, setBusy] = useState(false);
  const enter = () => {
    setBusy(true);
    comeIn(token)
      .then(
        async (fresh) => {
          setNow(fresh);
          if (fresh.conversation_id === null) return;
          await meetConversation(fresh.conversation_id);
          navigate(`/chats/${fresh.conversation_id}`, { replace: true });
        },
        (error: unknown) => toast(explain(error), { failed: true }),
      )
      .finally(() => setBusy(false));
  };
  const about = [now.organisation_name, t('join.members', { count: now.members_count })].filter(Boolean).join(' · ');
  return (
    <section className={styles.join} aria-label={now.title}>
      <Avatar id={now.members_count} title={now.title} size={80} />
      <PartTitle className={styles.name}>{now.title}</PartTitle>
      <p>{about}</p>
      <p>{t('join.invited', { name: displayName(now.made_by) })}</p>
      {now.parents_only && <p>{t('join.parents_only')}</p>}
      {now.state === 'open' && now.approval && <p>{t('join.approval')}</p>}
      {now.state === 'requested' && <State id="join.requested" />}
      {now.state === 'declined' && <State id="join.declined" />}
      <div className={styles.buttons}>
        {now.state === 'open' && (
          <Button size="l" loading={busy} onClick={enter}>
            {t(now.approval ? 'join.ask' : 'join.in')}
          </Button>
        )}
        {now.state === 'joined' && (
          <Button size="l" onClick={() => navigate(`/chats/${now.conversation_id}`, { replace: true })}>
            {t('join.open')}
          </Button>
        )}
      </div>
    </section>
  );
}

function State({ id }: { id: 'join.requested' | 'join.declined' }) {
  const t = useTexts(texts);
  return (
    <div role="status">
      <strong>{t(id)}</strong>
      <p>{t(`${id}.hint`)}</p>
    </div>
  );
}
