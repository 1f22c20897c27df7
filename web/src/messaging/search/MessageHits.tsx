import { Icon56SearchOutline } from '@vkontakte/icons';
import { Button, Spinner } from '@vkontakte/vkui';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { EmptyState } from '../../core/ui/states';
import { useMore } from '../../core/ui/useMore';
import { HitRow } from './HitRow';
import styles from './Search.module.css';
import type { Filters } from './server';
import { texts } from './texts';
import { useHits } from './useHits';

interface Props {
  words: string;
  filters: Filters;
  /** Hears that a hit was opened; a list that stays beside the chat need not. */
  onOpen?: () => void;
  /** Nothing else was found either. */
  alone: boolean;
  inChat?: boolean;
}

/** The messages that fit, the newest first, more of them as one scrolls. */
export function MessageHits({ words, filters, onOpen, alone, inChat = false }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
  const { hits, wanted, error, refetch, hasNextPage, isFetchingNextPage, isFetching, fetchNextPage } = useHits(
    words,
    filters,
  );
  const end = useMore(hasNextPage && !isFetchingNextPage, () => void fetchNextPage());
  if (!wanted) return null;
  if (error !== null && (hits === null || hits.items.length === 0)) {
    return (
      <div role="alert" className={styles.note}>
        <p>{explain(error)}</p>
        <Button size="s" mode="secondary" onClick={() => void refetch()}>
          {t('action.retry')}
        </Button>
      </div>
    );
  }
  if (hits === null || (hits.items.length === 0 && (isFetching || hasNextPage))) return <Waiting end={end} />;
  if (hits.items.length === 0)
    return alone ? <Nothing filling={hits.filling} narrowed={Object.keys(filters).length > 0} /> : <p className={styles.note}>{t('search.none.messages')}</p>;
  return (
    <>
      {hits.filling && <p className={styles.note}>{t('search.filling')}</p>}
      <ul className={styles.plain} aria-label={t('search.messages')} aria-busy={isFetching}>
        {hits.items.map((hit) => (
          <li key={hit.message_id}>
            <HitRow
              hit={hit}
              chat={hits.chats.get(hit.conversation_id)}
              people={hits.people}
              to={addressOf(hit.conversation_id, hit.number, words)}
              onOpen={onOpen}
              inChat={inChat}
            />
          </li>
        ))}
      </ul>
      {hasNextPage ? <Waiting end={end} /> : <div ref={end} />}
    </>
  );
}

/** The chat at a message, with its own search open at the same words. */
function addressOf(chat: number, number: number, words: string): string {
  return `/chats/${chat}?${new URLSearchParams({ at: String(number), ...(words === '' ? {} : { find: words }) })}`;
}

function Waiting({ end }: { end: React.RefObject<HTMLDivElement | null> }) {
  const t = useTexts(texts);
  return (
    <div ref={end} className={styles.waiting} role="status" aria-label={t('search.looking')}>
      <Spinner size="m">{null}</Spinner>
    </div>
  );
}

function Nothing({ filling, narrowed }: { filling: boolean; narrowed: boolean }) {
  const t = useTexts(texts);
  return (
    <EmptyState icon={<Icon56SearchOutline />} title={t('search.none')}>
      {t(filling ? 'search.filling' : narrowed ? 'search.none.hint.narrowed' : 'search.none.hint')}
    </EmptyState>
  );
}
