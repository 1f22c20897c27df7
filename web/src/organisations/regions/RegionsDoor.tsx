import { useQuery } from '@tanstack/react-query';
import { Button, Search } from '@vkontakte/vkui';
import { useDeferredValue, useState } from 'react';

import { usePages } from '../../core/api/usePages';
import { isProblem } from '../../core/api/error';
import { useTexts } from '../../core/i18n/useTexts';
import { Link } from '../../core/navigation/Link';
import { navigate } from '../../core/navigation/router';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { Door } from '../../identity/Door';
import { GuideText } from './GuideText';
import styles from './Regions.module.css';
import { readGuide, REGIONS, type Region } from './server';
import { texts } from './texts';

/** «Вход для учителей»: which region, and what it tells; open to whoever is not in yet. */
export default function RegionsDoor({ id }: { id: number | null }) {
  return id === null ? <Regions /> : <Guide id={id} />;
}

function Regions() {
  const t = useTexts(texts);
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const pages = usePages<Region>(['regions'], REGIONS, { q });
  const { items, error } = pages;
  const empty = items?.length === 0;
  return (
    <Door title={t('regions.title')} hint={empty && q === '' ? t('regions.none') : t('regions.hint')}>
      {(!empty || q !== '') && <Search noPadding value={typed} placeholder={t('regions.search')} onChange={(event) => setTyped(event.target.value)} />}
      {error && !items && <ErrorState error={error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <LoadingState />}
      {empty && q !== '' && (
        <p className={styles.none} role="status">
          {t('regions.unfound')}
        </p>
      )}
      {items && items.length > 0 && (
        <ul className={styles.list} aria-label={t('regions.list')}>
          {items.map((one) => (
            <li key={one.id}>
              <Link to={`/regions/${one.id}`}>{one.name}</Link>
            </li>
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <Button size="m" mode="secondary" stretched loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('regions.more')}
        </Button>
      )}
      <SignIn />
    </Door>
  );
}

function Guide({ id }: { id: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: ['regions', id], queryFn: () => readGuide(id) });
  const absent = isProblem(error, 'not_found');
  return (
    <Door wide title={data?.name ?? t(absent ? 'regions.gone' : 'regions.title')}>
      {data ? <GuideText body={data.body} links={data.links} /> : error ? !absent && <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />}
      <SignIn />
      <Button size="l" mode="tertiary" stretched onClick={() => navigate('/regions')} className={styles.other}>
        {t('regions.others')}
      </Button>
    </Door>
  );
}

function SignIn() {
  const t = useTexts(texts);
  return (
    <Button size="l" stretched onClick={() => navigate('/sign-in')} className={styles.sign_in}>
      {t('regions.sign_in')}
    </Button>
  );
}
