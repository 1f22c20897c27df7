import { Icon56Users3Outline } from '@vkontakte/icons';

import { usePages } from '../../core/api/usePages';
import { useTexts } from '../../core/i18n/useTexts';
import { Link } from '../../core/navigation/Link';
import { Page, Section } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { CommunityPage } from './CommunityPage';
import { communitiesPath, type VisitedCommunity } from './server';
import styles from './Structure.module.css';
import { texts } from './texts';

/** Communities of other organisations: those this one is invited to, and those it takes part in. */
export default function CommunitiesPage({ id, part }: { id: number; part: string | undefined }) {
  if (part !== undefined && /^\d+$/.test(part)) return <CommunityPage key={part} organisation={id} id={Number(part)} />;
  return <Communities id={id} />;
}

function Communities({ id }: { id: number }) {
  const t = useTexts(texts);
  const communities = usePages<VisitedCommunity>(['communities', id, 'list'], communitiesPath(id));
  const { items } = communities;
  const waiting = items?.filter(({ state }) => state === 'waiting') ?? [];
  const accepted = items?.filter(({ state }) => state === 'accepted') ?? [];
  return (
    <Page deep title={t('communities.title')} up={`/school/organisations/${id}`}>
      {communities.error && !items && <ErrorState error={communities.error} onRetry={() => void communities.refetch()} />}
      {communities.isPending && <LoadingState />}
      {items?.length === 0 && (
        <EmptyState icon={<Icon56Users3Outline />} title={t('communities.none')}>
          {t('communities.none.hint')}
        </EmptyState>
      )}
      {waiting.length > 0 && (
        <Section title={t('communities.invitations')}>
          <PagedList
            label={t('communities.invitations')}
            items={waiting}
            idOf={(one) => one.id}
            hasNext={false}
            busy={false}
            onMore={() => undefined}
            row={(one) => <Line organisation={id} community={one} />}
          />
        </Section>
      )}
      {accepted.length > 0 && (
        <Section title={t('communities.ours')}>
          <PagedList
            label={t('communities.ours')}
            items={accepted}
            idOf={(one) => one.id}
            hasNext={communities.hasNextPage}
            busy={communities.isFetchingNextPage}
            onMore={() => void communities.fetchNextPage()}
            row={(one) => <Line organisation={id} community={one} />}
          />
        </Section>
      )}
    </Page>
  );
}

function Line({ organisation, community }: { organisation: number; community: VisitedCommunity }) {
  const t = useTexts(texts);
  const host = community.host_short_name || community.host_name;
  return (
    <div className={styles.line}>
      <Link to={`/school/organisations/${organisation}/communities/${community.id}`} className={styles.group}>
        <span className={styles.name}>{community.title}</span>
        <span className={styles.note}>{community.state === 'waiting' ? t('communities.invited_by', { host }) : host}</span>
        {community.state === 'accepted' && <span className={styles.note}>{t('communities.people', { count: community.people })}</span>}
      </Link>
    </div>
  );
}
