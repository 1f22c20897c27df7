import { Button } from '@vkontakte/vkui';
import type { ReactNode } from 'react';

import { usePages } from '../../core/api/usePages';
import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { useWide } from '../../core/navigation/useWide';
import { displayName, fullName } from '../../core/ui/names';
import { PersonCell } from '../../core/ui/PersonCell';
import { ErrorState, LoadingState } from '../../core/ui/states';
import styles from './Family.module.css';
import { childPath, type Access, type Partner } from './server';
import { texts } from './texts';

/** Those who asked the child, those the child writes with, and those of the staff who looked. */
export function ChildLists({ child }: { child: number }) {
  return (
    <>
      {(['requests', 'contacts'] as const).map((part) => (
        <Part<Partner>
          key={part}
          child={child}
          part={part}
          idOf={({ person }) => person.id}
          row={({ person, at }) => <Line person={person} said={person.label} at={at} />}
        />
      ))}
      <Part<Access>
        child={child}
        part="accesses"
        idOf={({ day, kind, reader, place }) => `${day} ${kind} ${reader?.id} ${place}`}
        row={(access) => <Looked access={access} />}
      />
    </>
  );
}

/** Under a part's title, which is one level higher on a phone. */
export function Subtitle({ children }: { children: ReactNode }) {
  const Heading = useWide() ? 'h4' : 'h3';
  return <Heading className={styles.part}>{children}</Heading>;
}

interface PartProps<Item> {
  child: number;
  part: 'requests' | 'contacts' | 'accesses';
  idOf: (item: Item) => string | number;
  row: (item: Item) => ReactNode;
}

function Part<Item>({ child, part, idOf, row }: PartProps<Item>) {
  const t = useTexts(texts);
  const { items, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePages<Item>(
    ['child', child, part],
    `${childPath(child)}/${part}`,
  );
  return (
    <>
      <Subtitle>{t(`child.${part}`)}</Subtitle>
      <p className={styles.note}>{t(`child.${part}.hint`)}</p>
      {error && !items && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!items && !error && <LoadingState />}
      {items?.length === 0 && <p className={styles.plain}>{t(`child.${part}.none`)}</p>}
      <ul className={styles.list} aria-label={t(`child.${part}`)}>
        {items?.map((item) => (
          <li key={idOf(item)}>{row(item)}</li>
        ))}
      </ul>
      {hasNextPage && (
        <Button mode="tertiary" size="m" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('child.more')}
        </Button>
      )}
    </>
  );
}

function Line({ person, said, at }: { person: Partner['person']; said: string; at: string }) {
  const dates = useDates();
  return <PersonCell person={person} as={fullName} subtitle={[said, dates.day(at)].filter(Boolean).join(' · ')} />;
}

function Looked({ access }: { access: Access }) {
  const t = useTexts(texts);
  const dates = useDates();
  const { reader, kind, times, day, place } = access;
  const what = t('access.said', { what: t(`access.${kind}`), times });
  const said = [what, place, dates.day(`${day}T12:00:00Z`)].filter(Boolean).join(' · ');
  if (reader === null) return <p className={styles.plain}>{`${t('child.gone')} · ${said}`}</p>;
  const label = reader.label ? `${reader.label} · ${said}` : said;
  return <PersonCell person={reader} as={displayName} subtitle={label} />;
}
