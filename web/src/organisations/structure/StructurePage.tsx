import { Icon56Users3Outline } from '@vkontakte/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Search } from '@vkontakte/vkui';
import { useDeferredValue, useState } from 'react';

import { usePages } from '../../core/api/usePages';
import { useTexts } from '../../core/i18n/useTexts';
import { Link } from '../../core/navigation/Link';
import { navigate } from '../../core/navigation/router';
import { Chips } from '../../core/ui/Chips';
import { displayName } from '../../core/ui/names';
import { Page } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { GroupPage } from './GroupPage';
import { MakeGroup } from './MakeGroup';
import { countGroups, groupsPath, KINDS, type Group, type Kind } from './server';
import styles from './Structure.module.css';
import { texts } from './texts';

/** The structure of an organisation by hand: its classes and groups, one of them, or a new one. */
export default function StructurePage({ id, part }: { id: number; part: string | undefined }) {
  if (part === 'new') return <MakeGroup id={id} />;
  if (part !== undefined && /^\d+$/.test(part)) return <GroupPage key={part} organisation={id} id={Number(part)} />;
  return <Groups id={id} />;
}

function Groups({ id }: { id: number }) {
  const t = useTexts(texts);
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const [words, setWords] = useState('');
  const counts = useQuery({ queryKey: ['groups', id, 'counts'], queryFn: () => countGroups(id) });
  const groups = usePages<Group>(['groups', id, 'list'], groupsPath(id), { kind: kind === 'all' ? null : kind, q: useDeferredValue(words.trim()) });
  const there = KINDS.filter((one) => counts.data?.items.some((count) => count.kind === one));
  return (
    <Page deep title={t('groups.title')} up={`/school/organisations/${id}`} below={<Search noPadding value={words} placeholder={t('groups.search')} onChange={(event) => setWords(event.target.value)} />}>
      <div className={styles.filters}>
        <Chips
          label={t('groups.kind')}
          value={kind}
          options={(['all', ...there] as const).map((value) => ({ value, label: t(`groups.kind.${value}`) }))}
          onChange={setKind}
        />
        <div className={styles.bar}>
          <Button size="m" onClick={() => navigate(`/school/organisations/${id}/groups/new`)}>
            {t('groups.new')}
          </Button>
        </div>
      </div>
      {groups.error && !groups.items && <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.isPending && <LoadingState />}
      {groups.items?.length === 0 && (
        <EmptyState icon={<Icon56Users3Outline />} title={t('groups.none')}>
          {t('groups.none.hint')}
        </EmptyState>
      )}
      {groups.items && groups.items.length > 0 && (
        <PagedList
          label={t('groups.title')}
          items={groups.items}
          idOf={(group) => group.id}
          hasNext={groups.hasNextPage}
          busy={groups.isFetchingNextPage}
          onMore={() => void groups.fetchNextPage()}
          row={(group) => <Line organisation={id} group={group} />}
        />
      )}
    </Page>
  );
}

function Line({ organisation, group }: { organisation: number; group: Group }) {
  const t = useTexts(texts);
  const said = [
    t(`groups.one.${group.kind}`),
    group.pupils > 0 && t('groups.pupils', { count: group.pupils }),
    group.kind === 'community' && t('groups.adults', { count: group.adults }),
    group.of_roster && t('groups.roster'),
  ];
  return (
    <div className={styles.line}>
      <Link to={`/school/organisations/${organisation}/groups/${group.id}`} className={styles.group}>
        <span className={styles.name}>{group.title}</span>
        <span className={styles.note}>{said.filter(Boolean).join(' · ')}</span>
        {group.leaders.length > 0 && <span className={styles.note}>{group.leaders.map((one) => displayName(one)).join(', ')}</span>}
      </Link>
    </div>
  );
}
