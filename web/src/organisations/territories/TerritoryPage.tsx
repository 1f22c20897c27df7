import { useQuery } from '@tanstack/react-query';
import { Search } from '@vkontakte/vkui';
import { Fragment, useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';

import { usePages } from '../../core/api/usePages';
import { useTexts } from '../../core/i18n/useTexts';
import { Link } from '../../core/navigation/Link';
import { Page, Section } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { GuideForm } from '../regions/GuideForm';
import { AddTerritory } from './AddTerritory';
import { ChangeTerritory } from './ChangeTerritory';
import { ListForm } from './ListForm';
import { childrenOf, readTerritory, type OrganisationBelow, type Territory } from './server';
import { StaffPart } from './StaffPart';
import styles from './Territories.module.css';
import { TerritoryList } from './TerritoriesPage';
import { texts } from './texts';

const COUNTS = ['schools', 'vocational', 'additional', 'pupils', 'teachers'] as const;

/** A territory for those who look after it: what lies inside, how large it is, who looks after it. */
export function TerritoryPage({ id }: { id: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: ['territories', 'one', id], queryFn: () => readTerritory(id) });
  const below = useQuery({ queryKey: ['territories', 'below', id], queryFn: () => childrenOf(id) });
  return (
    <Page title={data?.name ?? t('territories.title')} up="/school/territories" deep>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <>
          <Path territory={data} />
          <Counts territory={data} />
          {below.data && below.data.length > 0 && (
            <Section title={t('territories.inside')}>
              <TerritoryList items={below.data} />
            </Section>
          )}
          <Organisations id={id} />
          <StaffPart territory={data} />
          {data.editable && <AddTerritory parent={data} />}
          {data.editable && data.kind === 'country' && <ListForm parent={id} />}
          {data.kind === 'region' && <GuideForm region={id} />}
          {data.editable && <ChangeTerritory key={`${data.name} ${data.parent_id}`} territory={data} />}
        </>
      )}
    </Page>
  );
}

function Path({ territory }: { territory: Territory }) {
  const t = useTexts(texts);
  const above = territory.path.slice(0, -1);
  return (
    <p className={styles.path}>
      {above.map(({ id, name }) => (
        <Fragment key={id}>
          <Link to={`/school/territories/${id}`}>{name}</Link>
          {' › '}
        </Fragment>
      ))}
      {t(`kind.${territory.kind}`)}
    </p>
  );
}

function Counts({ territory: { counts } }: { territory: Territory }) {
  const t = useTexts(texts);
  const intl = useIntl();
  return (
    <ul className={styles.counts}>
      {COUNTS.filter((what) => counts[what] > 0 || what === 'schools').map((what) => (
        <li key={what}>
          <b>{intl.formatNumber(counts[what])}</b> {t(`territory.counts.${what}`, { count: counts[what] })}
        </li>
      ))}
    </ul>
  );
}

function Organisations({ id }: { id: number }) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const pages = usePages<OrganisationBelow>(['territories', 'organisations', id], `/api/territories/${id}/organisations`, { q });
  const { items } = pages;
  const empty = items?.length === 0;
  return (
    <Section title={t('territory.organisations')} hint={empty && q === '' ? t('territory.organisations.none') : undefined}>
      {(!empty || q !== '') && <Search noPadding value={typed} placeholder={t('territory.search')} onChange={(event) => setTyped(event.target.value)} />}
      {items && (
        <PagedList
          label={t('territory.organisations')}
          items={items}
          idOf={({ id: organisation }) => organisation}
          hasNext={pages.hasNextPage}
          busy={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
          row={(one) => (
            <Link to={`/school/organisations/${one.id}/standing`} className={styles.card}>
              <span className={styles.name}>{one.short_name || one.name}</span>
              <span className={styles.small}>
                {[t(`school.type.${one.type}`), one.territory, t('territory.numbers', { pupils: one.pupils, teachers: one.teachers }), one.closed && t('territory.closed')].filter(Boolean).join(' · ')}
              </span>
            </Link>
          )}
        />
      )}
    </Section>
  );
}
