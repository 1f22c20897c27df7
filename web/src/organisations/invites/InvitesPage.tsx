import { Icon56UserAddOutline } from '@vkontakte/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, SimpleCell, Switch } from '@vkontakte/vkui';
import { useState } from 'react';

import { usePages } from '../../core/api/usePages';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { Chips } from '../../core/ui/Chips';
import { toast } from '../../core/ui/dialogs';
import { Page, Section } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { InviteCard } from './InviteCard';
import styles from './Invites.module.css';
import { MakeInvite } from './MakeInvite';
import { MakeSheet } from './MakeSheet';
import { getPlaces, invitesPath, setPolicy, type Invite, type PlacesToInvite } from './server';
import { texts } from './texts';
import { WaitingList } from './WaitingList';

const STATES = ['all', 'active', 'used_up', 'expired', 'revoked'] as const;

/** Everything about coming into one organisation: who waits, what was made, and making more. */
export default function InvitesPage({ id, part }: { id: number; part: string | undefined }) {
  const t = useTexts(texts);
  const up = `/school/organisations/${id}`;
  const places = useQuery({ queryKey: ['invites', id, 'places'], queryFn: () => getPlaces(id) });
  const title = t(part === 'new' ? 'invites.new' : part === 'sheet' ? 'sheet.title' : 'invites.title');
  return (
    <Page deep title={title} up={part === undefined ? up : `${up}/invites`}>
      {places.error && !places.data && <ErrorState error={places.error} onRetry={() => void places.refetch()} />}
      {places.isPending && <LoadingState />}
      {places.data && part === 'new' && <MakeInvite id={id} places={places.data} />}
      {places.data && part === 'sheet' && <MakeSheet id={id} places={places.data} />}
      {places.data && part === undefined && <Overview id={id} places={places.data} />}
    </Page>
  );
}

function Overview({ id, places }: { id: number; places: PlacesToInvite }) {
  const t = useTexts(texts);
  const here = `/school/organisations/${id}/invites`;
  return (
    <>
      <div className={`${styles.buttons} ${styles.top}`}>
        <Button size="m" onClick={() => navigate(`${here}/new`)}>
          {t('invites.new')}
        </Button>
        <Button size="m" mode="secondary" onClick={() => navigate(`${here}/sheet`)}>
          {t('invites.sheet')}
        </Button>
      </div>
      <WaitingList id={id} />
      <Made id={id} />
      {places.administers && <Junior id={id} places={places} />}
    </>
  );
}

function Made({ id }: { id: number }) {
  const t = useTexts(texts);
  const [state, setState] = useState<(typeof STATES)[number]>('all');
  const invites = usePages<Invite>(['invites', id, 'made'], invitesPath(id), { invite_state: state === 'all' ? null : state });
  return (
    <Section title={t('invites.made')}>
      <div className={styles.chips}>
        <Chips
          label={t('invites.state')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`invites.state.${value}`) }))}
          onChange={setState}
        />
      </div>
      {invites.error && !invites.items && <ErrorState error={invites.error} onRetry={() => void invites.refetch()} />}
      {invites.isPending && <LoadingState />}
      {invites.items?.length === 0 && (
        <EmptyState icon={<Icon56UserAddOutline />} title={t('invites.none')}>
          {t('invites.none.hint')}
        </EmptyState>
      )}
      {invites.items && invites.items.length > 0 && (
        <PagedList
          label={t('invites.made')}
          items={invites.items}
          idOf={(invite) => invite.id}
          hasNext={invites.hasNextPage}
          busy={invites.isFetchingNextPage}
          onMore={() => void invites.fetchNextPage()}
          row={(invite) => (
            <div className={styles.line}>
              <InviteCard organisation={id} invite={invite} />
            </div>
          )}
        />
      )}
    </Section>
  );
}

function Junior({ id, places }: { id: number; places: PlacesToInvite }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const [on, setOn] = useState(places.junior_grades);
  const change = (wanted: boolean) => {
    setOn(wanted);
    setPolicy(id, wanted).then(
      () => cache.invalidateQueries({ queryKey: ['invites', id, 'places'] }),
      (error: unknown) => {
        setOn(!wanted);
        toast(explain(error), { failed: true });
      },
    );
  };
  return (
    <SimpleCell
      Component="label"
      multiline
      subtitle={t('invites.junior.hint')}
      after={<Switch aria-label={t('invites.junior')} checked={on} onChange={(event) => change(event.target.checked)} />}
    >
      {t('invites.junior')}
    </SimpleCell>
  );
}
