import { useQuery } from '@tanstack/react-query';
import { Icon56GlobeOutline } from '@vkontakte/icons';

import { useTexts } from '../../core/i18n/useTexts';
import { Link } from '../../core/navigation/Link';
import { Page } from '../../core/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { AddTerritory } from './AddTerritory';
import { ListForm } from './ListForm';
import { childrenOf, readPart, type TerritoryBrief } from './server';
import styles from './Territories.module.css';
import { texts } from './texts';

/** The tops of the tree for an operator, for everybody else what they look after. */
export function TerritoriesPage() {
  const t = useTexts(texts);
  const part = useQuery({ queryKey: ['territories', 'mine'], queryFn: readPart });
  const builds = part.data?.is_operator ?? false;
  const tops = useQuery({ queryKey: ['territories', 'below', null], queryFn: () => childrenOf(null), enabled: builds });
  const items = builds ? tops.data : part.data?.territories;
  const error = part.error ?? tops.error;
  return (
    <Page title={t('territories.title')} up="/school">
      {error && !items && <ErrorState error={error} onRetry={() => void part.refetch()} />}
      {!items && !error && <LoadingState />}
      {items?.length === 0 && (
        <EmptyState icon={<Icon56GlobeOutline />} title={t('territories.none')}>
          {t(builds ? 'territories.none.hint' : 'territories.none.yours')}
        </EmptyState>
      )}
      {items && <TerritoryList items={items} />}
      {builds && <AddTerritory parent={null} />}
      {builds && <ListForm parent={null} />}
    </Page>
  );
}

export function TerritoryList({ items }: { items: TerritoryBrief[] }) {
  const t = useTexts(texts);
  return (
    <ul className={styles.list} aria-label={t('territories.inside')}>
      {items.map(({ id, name, kind }) => (
        <li key={id}>
          <Link to={`/school/territories/${id}`} className={styles.card}>
            <span className={styles.name}>{name}</span>
            <span className={styles.small}>{t(`kind.${kind}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
